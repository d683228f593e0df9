import Foundation

/// Options as one types them again, for hints at a further command.
enum Retyped {
  /// The options that were given, each after a space; empty without any.
  static func options(_ given: [(name: String, value: String?)]) -> String {
    given.compactMap { name, value in value.map { " \(name) \(word($0))" } }.joined()
  }

  /// A word for the shell: in quotes where it has more than plain characters.
  static func word(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isPlain && !word.isEmpty
      ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
