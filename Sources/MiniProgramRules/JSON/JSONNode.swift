/// A JSON value with the places of its parts.
indirect enum JSONValue: Sendable {
  case object([JSONMember])
  case array([JSONNode])
  case string(String)
  case number(Double)
  case boolean(Bool)
  case null
}

struct JSONMember: Sendable {
  var key: String
  var keyRange: Range<Int>
  var node: JSONNode
}

struct JSONNode: Sendable {
  var value: JSONValue
  var range: Range<Int>

  var members: [JSONMember] { if case .object(let members) = value { members } else { [] } }
  var elements: [JSONNode] { if case .array(let elements) = value { elements } else { [] } }
  var string: String? { if case .string(let text) = value { text } else { nil } }
  var boolean: Bool? { if case .boolean(let flag) = value { flag } else { nil } }
  subscript(key: String) -> JSONNode? { members.first { $0.key == key }?.node }
}
