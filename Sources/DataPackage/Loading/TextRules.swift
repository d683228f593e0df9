/// Which characters a text of a register may hold.
///
/// Refused are those that cannot be seen and change what is: control characters, the marks that
/// turn the direction of writing (they can make a name read as another; right-to-left letters
/// themselves are welcome), line and paragraph separators, a byte-order mark within, and what XML,
/// and so SVG, cannot hold.
enum TextRules {
  /// Whether a character is refused everywhere.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x061C, 0x180E, 0x2060...0x2064, 0xE0000...0xE007F: true
    case 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether a character is refused but in prose.
  static func isLineBreakOrTab(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// The first character that a text may not hold, with its index in scalars.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - allowsLineBreaks: whether it may have line breaks and tabs.
  static func firstRefused(
    in text: String, allowsLineBreaks: Bool
  ) -> (index: Int, scalar: Unicode.Scalar)? {
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if isForbidden(scalar) { return (index, scalar) }
      if !allowsLineBreaks, isLineBreakOrTab(scalar) { return (index, scalar) }
    }
    return nil
  }
}
