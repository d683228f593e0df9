/// A JSON value with the byte at which it stands.
struct JSONNode: Sendable {
  /// A name and its value within an object.
  struct Member: Sendable {
    var name: String
    var nameOffset: Int
    var value: JSONNode
  }

  /// What the value is.
  enum Content: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  var offset: Int
  var content: Content

  /// The value of a member, `nil` if this is no object or has none of that name.
  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, if this is one.
  var string: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// The elements, if this is an array.
  var elements: [JSONNode]? {
    guard case .array(let nodes) = content else { return nil }
    return nodes
  }
}

/// What keeps a text from being JSON.
struct JSONProblem: Error, Hashable {
  var offset: Int
  var what: String
  var remedy: String
}
