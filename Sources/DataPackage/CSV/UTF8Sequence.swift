/// The byte patterns of UTF-8 (RFC 3629, section 4).
enum UTF8Sequence {
  /// The length of the sequence that starts here, or `nil` if it is not well formed.
  ///
  /// Overlong forms, surrogates and what lies beyond U+10FFFF are not well formed.
  static func length(in bytes: [UInt8], at start: Int) -> Int? {
    let first = bytes[start]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return nil }
    for index in start + 2..<start + max(length, 2)
    where !(0x80...0xBF).contains(bytes[index]) {
      return nil
    }
    return length
  }

  /// Two hexadecimal digits.
  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// What to do about a byte that is not UTF-8.
  ///
  /// Nearly always the file was saved by a Windows program in its own code page, so the remedy
  /// names the character that the byte stands for there, where it is a likely one.
  static func remedy(for byte: UInt8) -> String {
    let likely: [UInt8: String] = [
      0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—", 0xA3: "£", 0xE9: "é",
      0xF4: "ô",
    ]
    let save = "Save the file as UTF-8 (Excel: \"CSV UTF-8 (Comma delimited)\")"
    guard let character = likely[byte] else { return save + "." }
    return save + "; the byte may be \(character) in Windows-1252."
  }
}
