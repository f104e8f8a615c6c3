import Foundation
import TestSupport
import Testing

@testable import Templating

/// The official mustache test suite, in the lenient mode it asks for: no shapes are checked.
struct SpecificationTests {
  struct Suite: Decodable {
    struct Case: Decodable {
      var name: String
      var data: JSON
      var template: String
      var partials: [String: String]?
      var expected: String
    }
    var tests: [Case]
  }

  /// How many cases each part has, so that a part cannot go missing unnoticed.
  static let parts = [
    "comments": 12, "delimiters": 14, "inheritance": 27, "interpolation": 42, "inverted": 22, "partials": 12,
    "sections": 34,
  ]

  @Test(arguments: parts.keys.sorted())
  func part(_ part: String) throws {
    guard let url = Fixtures.shared("spec/mustache/\(part).json") else {
      #expect(!Fixtures.isCI, "the mustache specification is not there")
      return
    }
    let suite = try JSONDecoder().decode(Suite.self, from: Data(contentsOf: url))
    #expect(suite.tests.count == Self.parts[part])
    for test in suite.tests {
      var sources = test.partials ?? [:]
      sources["test under way"] = test.template
      var templates: [Template] = []
      for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
        let (template, problems) = Template.compile(Array(source.utf8), name: name, path: name)
        #expect(problems.isEmpty, "\(part): \(test.name)")
        templates.append(template)
      }
      var output: [UInt8] = []
      let problems = TemplateLibrary(templates).render("test under way", with: [test.data.value], into: &output)
      #expect(problems.isEmpty)
      #expect(String(decoding: output, as: UTF8.self) == test.expected, "\(part): \(test.name)")
    }
  }
}

/// Any JSON, as a template value whose objects have the names they happen to have.
struct JSON: Decodable {
  let value: TemplateValue

  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      let fields = try object.allKeys.map {
        (TemplateName($0.stringValue), try object.decode(JSON.self, forKey: $0).value)
      }
      value = .object(TemplateObject(loose: fields))
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .absent
    } else if let flag = try? single.decode(Bool.self) {
      value = .boolean(flag)
    } else if let number = try? single.decode(Int.self) {
      value = .integer(number)
    } else if let number = try? single.decode(Double.self) {
      value = .string("\(number)")
    } else if let string = try? single.decode(String.self) {
      value = .string(string)
    } else {
      value = .list(try single.decode([JSON].self).map(\.value))
    }
  }
}
