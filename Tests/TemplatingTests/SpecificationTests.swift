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
    var linked = 0
    for test in suite.tests {
      var sources = test.partials ?? [:]
      sources["test under way"] = test.template
      var templates: [Template] = []
      for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
        let (template, problems) = Template.compile(Array(source.utf8), name: name, path: name)
        #expect(problems.isEmpty, "\(part): \(test.name)")
        templates.append(template)
      }
      let library = TemplateLibrary(templates)
      var output: [UInt8] = []
      let problems = library.render("test under way", with: [test.data.value], into: &output)
      #expect(problems.isEmpty)
      #expect(String(decoding: output, as: UTF8.self) == test.expected, "\(part): \(test.name)")
      linked += checkLinked(library, test, part)
    }
    // All but what is indented where it is included, and `{{.}}`.
    #expect(linked == Self.linkedParts[part], "\(part)")
  }

  /// Of the cases of each part, those that can be linked.
  static let linkedParts = [
    "comments": 12, "delimiters": 14, "inheritance": 21, "interpolation": 37, "inverted": 22, "partials": 9,
    "sections": 24,
  ]

  /// What a linked template prints, its values known beforehand or not, is what the suite expects too.
  ///
  /// - Returns: 1 if the template could be linked, else 0.
  private func checkLinked(_ library: TemplateLibrary, _ test: Suite.Case, _ part: String) -> Int {
    guard case .object(let data) = test.data.value else { return 0 }
    let early = library.link("test under way", constant: data, shapes: [])
    let late = library.link("test under way", constant: nil, shapes: [data.shape])
    #expect((early == nil) == (late == nil), "\(part): \(test.name)")
    for (linked, contexts) in [(early, []), (late, [data])] {
      var output: [UInt8] = []
      let problems = linked?.render(with: contexts, into: &output) ?? []
      #expect(problems.isEmpty)
      if linked != nil { #expect(String(decoding: output, as: UTF8.self) == test.expected, "\(part): \(test.name)") }
    }
    return late == nil ? 0 : 1
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
      // In one order, so that objects with the same names have them in the same places.
      let fields = try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
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
