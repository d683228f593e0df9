/// A JSON value that keeps the order of an object's members, so that the same value gives the same
/// bytes.
public enum JSONValue: Hashable, Sendable {
  /// A name and its value within an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// Makes a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Nothing known.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite has no form in JSON and is written as null.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Members in order.
  case object([Member])

  /// The text of the value (RFC 8259), indented by two spaces, ending in a line feed.
  public var text: String {
    var output: [UInt8] = []
    write(to: &output, indent: 0)
    output.append(0x0A)
    return String(decoding: output, as: UTF8.self)
  }

  /// A text, or null.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A number, or null.
  public static func optional(_ value: Double?) -> JSONValue {
    value.map(JSONValue.number) ?? .null
  }

  private func write(to output: inout [UInt8], indent: Int) {
    switch self {
    case .null: output += "null".utf8
    case .boolean(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    case .number(let value):
      output += (value.isFinite ? PlainNumber.text(value) : "null").utf8
    case .string(let value): JSONValue.write(value, to: &output)
    case .array(let values):
      JSONValue.write(values, between: ("[", "]"), to: &output, indent: indent) { value, output in
        value.write(to: &output, indent: indent + 1)
      }
    case .object(let members):
      JSONValue.write(members, between: ("{", "}"), to: &output, indent: indent) { member, output in
        JSONValue.write(member.name, to: &output)
        output += ": ".utf8
        member.value.write(to: &output, indent: indent + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), to output: inout [UInt8],
    indent: Int, _ body: (Element, inout [UInt8]) -> Void
  ) {
    output += brackets.0.utf8
    for (index, element) in elements.enumerated() {
      output += (index == 0 ? "\n" : ",\n").utf8
      output.append(contentsOf: repeatElement(0x20, count: 2 * (indent + 1)))
      body(element, &output)
    }
    if !elements.isEmpty {
      output.append(0x0A)
      output.append(contentsOf: repeatElement(0x20, count: 2 * indent))
    }
    output += brackets.1.utf8
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: output += "\\\"".utf8
      case 0x5C: output += "\\\\".utf8
      case 0x0A: output += "\\n".utf8
      case 0x0D: output += "\\r".utf8
      case 0x09: output += "\\t".utf8
      case 0x00...0x1F, 0x7F: output += "\\u00\(UTF8Sequence.hexadecimal(byte))".utf8
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }
}
