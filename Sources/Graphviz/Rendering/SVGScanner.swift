/// One start tag with its attributes as written, in order.
struct SVGTag {
  var name: String
  var attributes: [(name: String, value: String)]
  var isEmpty: Bool
}

extension [(name: String, value: String)] {
  /// Whether something can be followed here.
  var hasLink: Bool {
    contains { $0.name == "xlink:href" || $0.name == "href" }
  }
}

/// A piece of an SVG.
enum SVGToken {
  case start(SVGTag)
  case end(String)
  case text(String)
}

/// Splits what Graphviz writes into tags and text.
///
/// That is well-formed XML with attributes in double quotes, comments, one declaration and one
/// document type. Anything else is refused, not guessed at.
struct SVGScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func tokens() throws(GraphvizError) -> [SVGToken] {
    var tokens: [SVGToken] = []
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        tokens.append(.text(take { $0 != UInt8(ascii: "<") }))
      } else if skip("<!--") {
        try skip(past: "-->")
      } else if skip("<?") {
        try skip(past: "?>")
      } else if skip("<!") {
        try skip(past: ">")
      } else if skip("</") {
        tokens.append(.end(take(while: Self.isName)))
        try skip(past: ">")
      } else {
        position += 1
        tokens.append(.start(try tag()))
      }
    }
    return tokens
  }

  private mutating func tag() throws(GraphvizError) -> SVGTag {
    let name = take(while: Self.isName)
    guard !name.isEmpty else { throw malformed("a tag without a name") }
    var tag = SVGTag(name: name, attributes: [], isEmpty: false)
    while position < bytes.count {
      _ = take(while: Self.isSpace)
      if skip(">") { return tag }
      if skip("/>") {
        tag.isEmpty = true
        return tag
      }
      let attribute = take(while: Self.isName)
      guard !attribute.isEmpty, skip("=\"") else { throw malformed("a tag cut short") }
      let value = take { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
      guard skip("\"") else { throw malformed("an attribute without an end") }
      tag.attributes.append((attribute, value))
    }
    throw malformed("a tag without an end")
  }

  // MARK: Bytes

  private mutating func take(while wanted: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, wanted(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
    position += count
    return true
  }

  private mutating func skip(past text: StaticString) throws(GraphvizError) {
    while position < bytes.count {
      if skip(text) { return }
      position += 1
    }
    throw malformed("something without an end")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private func malformed(_ what: String) -> GraphvizError {
    GraphvizError(.finish, "\(what), \(position) bytes into the SVG")
  }
}
