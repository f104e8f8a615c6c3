/// The built-in components: what they are called, which attributes and events they have.
final class ComponentTable: Sendable {
  static let shared = ComponentTable()

  struct Attribute: Sendable {
    var isBoolean = false
    /// Empty: any value.
    var values: [String] = []
  }

  struct Component: Sendable {
    var name: String
    /// By index in `eventNames`.
    var events: Set<Int> = []
    var attributeNames: [String] = []
    var namesOfEvents: [String] = []
  }

  let components: [Component]
  let componentNames: NameTable
  let attributeNames: NameTable
  let eventNames: NameTable
  /// Indices of what every component has.
  let commonEvents: Set<Int>
  /// Per component and attribute, one row a component: a place in `rules`; 0 where the component has no such attribute.
  private let places: [UInt16]
  /// First what is never looked at, then what every component has and any value suits, then the components' own.
  private let rules: [Attribute]
  private static let commonPlace: UInt16 = 1

  /// From the chapters on the view layer, on accessibility and on initial rendering.
  static let common = """
    id class style hidden slot
    aria-activedescendant aria-atomic aria-autocomplete aria-busy aria-checked aria-colcount aria-colindex aria-colspan
    aria-controls aria-current aria-describedby aria-details aria-disabled aria-dropeffect aria-errormessage
    aria-expanded aria-flowto aria-grabbed aria-haspopup aria-hidden aria-invalid aria-keyshortcuts aria-label
    aria-labelledby aria-level aria-live aria-modal aria-multiline aria-multiselectable aria-orientation aria-owns
    aria-placeholder aria-posinset aria-pressed aria-readonly aria-relevant aria-required aria-role
    aria-roledescription aria-rowcount aria-rowindex aria-rowspan aria-selected aria-setsize aria-sort aria-valuemax
    aria-valuemin aria-valuenow aria-valuetext
    """
  /// From the chapter on events.
  static let bubbling = """
    touchstart touchmove touchcancel touchend tap longpress longtap transitionend animationstart animationiteration
    animationend touchforcechange
    """

  init() {
    var words: [(name: String, tokens: [Substring])] = []
    for line in Self.data.split(separator: "\n") {
      let tokens = line.split(separator: " ")
      if line.hasPrefix(" "), !words.isEmpty {
        words[words.count - 1].tokens += tokens
      } else if let first = tokens.first {
        words.append((String(first), Array(tokens.dropFirst())))
      }
    }
    let common = Self.common.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    let bubbling = Self.bubbling.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    var attributes = common
    var events = bubbling
    for token in words.flatMap(\.tokens) {
      if token.hasPrefix("@") {
        events.append(String(token.dropFirst()))
      } else {
        attributes.append(Self.parse(token).name)
      }
    }
    attributeNames = NameTable(attributes)
    eventNames = NameTable(events)
    componentNames = NameTable(words.map(\.name))
    let (attributeTable, eventTable) = (attributeNames, eventNames)
    var rules = [Attribute(), Attribute()]
    var row = [UInt16](repeating: 0, count: attributeTable.count)
    for name in common { if let index = attributeTable[name] { row[index] = Self.commonPlace } }
    var places: [UInt16] = []
    commonEvents = Set(bubbling.compactMap { eventTable[$0] })
    components = words.map { word in
      var component = Component(name: word.name)
      let start = places.count
      places += row
      for token in word.tokens {
        if token.hasPrefix("@") {
          let name = String(token.dropFirst())
          if let index = eventTable[name] { component.events.insert(index) }
          component.namesOfEvents.append(name)
        } else {
          let (name, attribute) = Self.parse(token)
          if let index = attributeTable[name] {
            places[start + index] = UInt16(rules.count)
            rules.append(attribute)
          }
          component.attributeNames.append(name)
        }
      }
      return component
    }
    self.places = places
    self.rules = rules
  }

  /// What a component's attribute takes.
  enum Rule {
    case unknown
    /// Every component has it, and any value suits.
    case common
    case own(Attribute)
  }

  func rule(component: Int, attribute: Int) -> Rule {
    let place = places[component * attributeNames.count + attribute]
    switch place {
    case 0: return .unknown
    case Self.commonPlace: return .common
    default: return .own(rules[Int(place)])
    }
  }

  private static func parse(_ token: Substring) -> (name: String, attribute: Attribute) {
    if token.hasSuffix("?") { return (String(token.dropLast()), Attribute(isBoolean: true)) }
    let parts = token.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return (String(token), Attribute()) }
    let values = parts[1].split(separator: "|").map { String($0.map { $0 == "_" ? " " : $0 }) }
    return (String(parts[0]), Attribute(values: values))
  }
}
