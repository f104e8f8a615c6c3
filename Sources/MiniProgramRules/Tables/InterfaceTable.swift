/// The members of `wx`, and what is known of them.
struct InterfaceTable: Sendable {
  static let shared = InterfaceTable()

  let names = NameTable(words: data)
  private let network = NameTable(words: networkData)
  private let declared = NameTable(words: declaredData)
  /// Member -> what the privacy guide calls it.
  private let purposes: [String: String]

  init() {
    var purposes: [String: String] = [:]
    for line in Self.privacyData.split(separator: "\n") {
      let words = line.split(separator: " ")
      for word in words.dropFirst() { purposes[String(word)] = String(words[0]) }
    }
    self.purposes = purposes
  }

  func isKnown(_ name: String) -> Bool { names[name] != nil }
  func needsNetwork(_ name: String) -> Bool { network[name] != nil }
  /// Whether app.json must name it in `requiredPrivateInfos`.
  func needsDeclaration(_ name: String) -> Bool { declared[name] != nil }
  func privacyPurpose(_ name: String) -> String? { purposes[name] }
}
