/// Reads JSON as RFC 8259 writes it and remembers where each value stands.
///
/// A fault in a descriptor must be shown with its line and column, which the decoders of Foundation
/// do not keep. Deeper nesting than any descriptor has is refused, so that a hostile file cannot
/// exhaust the stack; a name given twice is refused, since programs differ in which one they take.
struct JSONReader {
  private let bytes: [UInt8]
  private let maximumDepth: Int
  private var index = 0

  private init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// Reads one value and nothing after it.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte-order mark.
  ///   - maximumDepth: how deep arrays and objects may nest.
  /// - Throws: the first fault.
  /// - Complexity: O(n).
  static func read(_ bytes: [UInt8], maximumDepth: Int) throws(JSONProblem) -> JSONNode {
    var reader = JSONReader(bytes: bytes, maximumDepth: maximumDepth)
    if bytes.starts(with: ByteOrderMark.utf8) { reader.index = ByteOrderMark.utf8.count }
    let node = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == bytes.count else {
      throw reader.problem("Something follows the end of the JSON value.", "Remove it.")
    }
    return node
  }

  private func problem(
    _ what: String, _ remedy: String, at offset: Int? = nil
  ) -> JSONProblem {
    JSONProblem(offset: offset ?? index, what: what, remedy: remedy)
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONNode {
    skipSpace()
    let start = index
    guard let byte = current else {
      throw problem("The file ends where a JSON value should be.", "Restore what was cut off.")
    }
    switch byte {
    case 0x7B, 0x5B:
      guard depth < maximumDepth else {
        throw problem(
          "The JSON nests deeper than \(maximumDepth) levels.",
          "A descriptor needs no such depth; write it anew.")
      }
      let content = byte == 0x7B ? try object(depth: depth) : try array(depth: depth)
      return JSONNode(offset: start, content: content)
    case 0x22: return JSONNode(offset: start, content: .string(try string()))
    case 0x2D, 0x30...0x39: return JSONNode(offset: start, content: .number(try number()))
    default: return JSONNode(offset: start, content: try word())
    }
  }

  private mutating func object(depth: Int) throws(JSONProblem) -> JSONNode.Content {
    var members: [JSONNode.Member] = []
    var names: Set<String> = []
    index += 1
    skipSpace()
    if current == 0x7D {
      index += 1
      return .object([])
    }
    while true {
      skipSpace()
      let nameOffset = index
      guard current == 0x22 else {
        throw problem("A name in quotes should stand here.", "Write \"name\": value.")
      }
      let name = try string()
      guard names.insert(name).inserted else {
        throw problem(
          "The name \(Quotation.of(name)) is given twice in one object.", "Keep one of the two.",
          at: nameOffset)
      }
      skipSpace()
      guard current == 0x3A else {
        throw problem("A colon should stand here.", "Write \"name\": value.")
      }
      index += 1
      let value = try value(depth: depth + 1)
      members.append(JSONNode.Member(name: name, nameOffset: nameOffset, value: value))
      if try finishes(with: 0x7D, "}") { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(JSONProblem) -> JSONNode.Content {
    var elements: [JSONNode] = []
    index += 1
    skipSpace()
    if current == 0x5D {
      index += 1
      return .array([])
    }
    while true {
      elements.append(try value(depth: depth + 1))
      if try finishes(with: 0x5D, "]") { return .array(elements) }
    }
  }

  /// Passes a comma (false) or the closing bracket (true).
  private mutating func finishes(
    with closing: UInt8, _ bracket: String
  ) throws(JSONProblem) -> Bool {
    skipSpace()
    guard let byte = current, byte == 0x2C || byte == closing else {
      throw problem("A comma or \(bracket) should stand here.", "Add the one that is missing.")
    }
    index += 1
    return byte == closing
  }

  private mutating func word() throws(JSONProblem) -> JSONNode.Content {
    let words: [(String, JSONNode.Content)] = [
      ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
    ]
    for (word, content) in words where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    throw problem(
      "This is no JSON value.", "Write text in double quotes, a number, true, false or null.")
  }

  private mutating func number() throws(JSONProblem) -> Double {
    let start = index
    while let byte = current, JSONReader.mayBeInNumber(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard JSONReader.isNumber(text.utf8[...]), let value = PlainNumber.value(of: text) else {
      throw problem(
        "\(Quotation.of(text)) is no JSON number.", "Write it as 12, -0.5 or 1e6.", at: start)
    }
    return value
  }

  /// Whether a text is `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let startsWithZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, !startsWithZero || whole == 1 else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func mayBeInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private mutating func string() throws(JSONProblem) -> String {
    let start = index
    var content: [UInt8] = []
    index += 1
    while let byte = current {
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: content, as: UTF8.self)
      case 0x5C: try escape(into: &content)
      case 0x00...0x1F:
        throw problem(
          "A control character stands inside a text.", "Write it as an escape, such as \\n.")
      case 0x20...0x7F:
        content.append(byte)
        index += 1
      default:
        guard let length = UTF8Sequence.length(in: bytes, at: index) else {
          throw problem(
            "The byte 0x\(UTF8Sequence.hexadecimal(byte)) is not UTF-8.",
            UTF8Sequence.remedy(for: byte))
        }
        content += bytes[index..<index + length]
        index += length
      }
    }
    throw problem("The quote that opens here is never closed.", "Close it.", at: start)
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONProblem) {
    let start = index
    index += 1
    guard let byte = current else { return }
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: content.append(byte)
    case 0x62: content.append(0x08)
    case 0x66: content.append(0x0C)
    case 0x6E: content.append(0x0A)
    case 0x72: content.append(0x0D)
    case 0x74: content.append(0x09)
    case 0x75: content += String(try escapedScalar(from: start)).utf8
    default: throw problem("This is no JSON escape.", "Double the backslash.", at: start)
    }
  }

  /// The character of `\uXXXX`, or of two of them that form a surrogate pair.
  private mutating func escapedScalar(from start: Int) throws(JSONProblem) -> Character {
    let first = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    if (0xD800..<0xDC00).contains(first), bytes[index...].starts(with: "\\u".utf8) {
      index += 2
      let second = UInt32(try codeUnit(from: start))
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (second - 0xDC00))
      {
        return Character(scalar)
      }
    }
    throw problem(
      "Half a surrogate pair stands here.", "Write the character itself.", at: start)
  }

  private mutating func codeUnit(from start: Int) throws(JSONProblem) -> UInt16 {
    let end = min(index + 4, bytes.count)
    let digits = bytes[index..<end]
    guard digits.count == 4, digits.allSatisfy(JSONReader.isHexadecimal),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw problem("Four hexadecimal digits should follow \\u.", "Write \\u00E9.", at: start)
    }
    index = end
    return unit
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
