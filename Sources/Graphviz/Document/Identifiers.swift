/// What the caller knows a node by; any string.
///
/// Graphviz never sees it: the writer hands out opaque names.
public struct DOTNodeID: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The caller's key.
  public let key: String
  /// Creates an id from the caller's key.
  public init(_ key: String) { self.key = key }
  /// Creates an id from a literal.
  public init(stringLiteral value: String) { key = value }
}

/// What the caller knows a cluster by; any string, hidden from Graphviz like a node's.
public struct DOTClusterID: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The caller's key.
  public let key: String
  /// Creates an id from the caller's key.
  public init(_ key: String) { self.key = key }
  /// Creates an id from a literal.
  public init(stringLiteral value: String) { key = value }
}

/// A table or cell of a node's label that edges attach to, by the caller's key.
public struct DOTPort: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The caller's key.
  public let key: String
  /// Creates a port from the caller's key.
  public init(_ key: String) { self.key = key }
  /// Creates a port from a literal.
  public init(stringLiteral value: String) { key = value }
}

/// The id or class of an element in the SVG: a letter or underscore, then letters, digits,
/// underscores, hyphens; so that it is valid XML and easily addressed from a style sheet.
public struct DOTElementName: Hashable, Sendable {
  /// The name.
  public let name: String

  /// Creates a name; nil if it holds other characters, or is empty or over 128 bytes.
  public init?(_ name: String) {
    func isLetter(_ byte: UInt8) -> Bool {
      (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || byte == UInt8(ascii: "_")
    }
    guard let first = name.utf8.first, isLetter(first), name.utf8.count <= 128,
      name.utf8.allSatisfy({
        isLetter($0) || $0 == UInt8(ascii: "-")
          || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
      })
    else { return nil }
    self.name = name
  }
}

/// Where an edge touches a node.
public struct DOTEndpoint: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A side or corner.
  public enum Compass: String, Hashable, Sendable, CaseIterable {
    /// Top.
    case north = "n"
    /// Top right.
    case northEast = "ne"
    /// Right.
    case east = "e"
    /// Bottom right.
    case southEast = "se"
    /// Bottom.
    case south = "s"
    /// Bottom left.
    case southWest = "sw"
    /// Left.
    case west = "w"
    /// Top left.
    case northWest = "nw"
    /// The middle.
    case centre = "c"
  }

  /// The node.
  public var node: DOTNodeID
  /// The table or cell within the node's label.
  public var port: DOTPort?
  /// The side of the node or port.
  public var compass: Compass?

  /// Creates an endpoint.
  public init(_ node: DOTNodeID, port: DOTPort? = nil, compass: Compass? = nil) {
    self.node = node
    self.port = port
    self.compass = compass
  }

  /// Creates an endpoint from a literal node key.
  public init(stringLiteral value: String) { self.init(DOTNodeID(value)) }
}
