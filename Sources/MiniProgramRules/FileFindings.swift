package import Diagnostics

/// What one file showed: its own faults, and the facts that the judgement of the whole program needs.
///
/// Depends on the file's path and bytes alone, so it may be kept by content hash and used again.
package struct FileFindings: Sendable {
  /// Path inside the mini-program's folder.
  package var path: String
  /// Bytes of the file.
  package var byteCount: Int
  package var diagnostics: [Diagnostic] = []
  var facts = FileFacts()

  package init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }

  /// One broken file must not bury the rest.
  var isFull: Bool { diagnostics.count >= 100 }

  /// Says how much of the file is addresses that hold their data, when it is much.
  mutating func reportData() {
    guard facts.dataBytes > RuleLimits.dataAddresses else { return }
    report(.heavyDataAddress, nil, String(facts.dataBytes), String(RuleLimits.dataAddresses))
  }

  mutating func report(_ code: Diagnostic.Code, _ range: Range<Int>?, _ arguments: String...) {
    guard !isFull else { return }
    diagnostics.append(
      Diagnostic(
        code, path: RulesChecker.pathPrefix + path, range: range.map { SourceRange($0) }, arguments: arguments))
  }
}

/// A name or an address with the place where it is written.
struct Mention: Hashable, Sendable {
  var name: String
  var range: SourceRange

  init(_ name: String, _ range: Range<Int>) {
    self.name = name
    self.range = SourceRange(range)
  }
}

/// A file or a page that another file names.
struct FileReference: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Any file that must be there: images, modules of expressions, style sheets.
    case file
    /// WXML whose nodes stand here.
    case include
    /// WXML whose templates can be used here.
    case templates
    /// A script; `.js` may be left out.
    case script
    /// A page, by `navigator`; the value is its `open-type`.
    case page(openType: String)
  }
  var kind: Kind
  var target: Mention
}

/// Facts of one file, empty where they do not apply.
struct FileFacts: Sendable {
  /// Bytes of addresses that hold their data (`data:`), in markup and style sheets.
  var dataBytes = 0
  var references: [FileReference] = []
  // WXML.
  /// Names of handlers, each once where there are few.
  var handlers: [Mention] = []
  /// Elements that are no built-in component: custom components, or mistakes.
  var customElements: [Mention] = []
  var definedTemplates: [String] = []
  var usedTemplates: [Mention] = []
  var nodeCount = 0
  /// Ids of elements that are always there.
  var ids: [String] = []
  // Scripts.
  /// Keys and methods that the script defines, in any object.
  var definedNames: [String] = []
  /// Functions called by their bare names: `Page`, `App`, `Component`…
  var registrations: [String] = []
  /// Members of `wx` that need a declaration in app.json.
  var declarableInterfaces: [Mention] = []
  /// What the privacy guide must name, in the words of its form.
  var privacyPurposes: [String] = []
  // JSON.
  var settings: JSONNode?
  // Style sheets.
  /// Ids, attributes and elements that select: in the sheet of a component they do not.
  var plainSelectors: [Mention] = []
  // Images.
  var pixelSize: (width: Int, height: Int)?
}
