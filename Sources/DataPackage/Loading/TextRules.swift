/// Which characters a text of a register may hold.
///
/// Refused are those that cannot be seen and change what is: control characters, the marks that
/// turn the direction of writing (they can make a name read as another; right-to-left letters
/// themselves are welcome), line and paragraph separators, a byte-order mark within, all that Unicode
/// lets a reader pass over (`Default_Ignorable_Code_Point`: soft hyphens, variation selectors, blank
/// letters), and what XML, and so SVG, cannot hold. Joiners are welcome behind a letter of a script that
/// writes with them, and with selectors within a pictogram.
enum TextRules {
  /// Whether a character is refused everywhere, whatever stands before it.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029, 0xFFF9...0xFFFB: true
    default:
      !isJoint(scalar)
        && (scalar.properties.isDefaultIgnorableCodePoint
          || scalar.properties.isNoncharacterCodePoint)
    }
  }

  /// Whether a character is refused behind another; `nil` for the beginning.
  static func isForbidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    guard isJoint(scalar) else { return isForbidden(scalar) }
    guard let previous else { return true }
    switch scalar.value {
    case 0x200C: return !takesJoiner(previous)
    case 0x200D: return !takesJoiner(previous) && !isPictogram(previous)
    default: return !isPictogram(previous) || previous.value == 0xFE0F
    }
  }

  /// Whether a character shapes the one before it, or binds it to the next: the joiners, and the
  /// selectors between the text and the picture of a pictogram.
  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE0E, 0xFE0F: true
    default: false
    }
  }

  /// Whether a character is a pictogram, or part of one.
  private static func isPictogram(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value > 0x7F && scalar.properties.isEmoji
  }

  /// Whether a character is a letter of a script that writes with joiners, or a mark on one.
  private static func takesJoiner(_ scalar: Unicode.Scalar) -> Bool {
    guard (0x0590...0x1CFF).contains(scalar.value) else { return false }
    switch scalar.properties.generalCategory {
    case .otherLetter, .nonspacingMark, .spacingMark: return true
    default: return false
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
    var previous: Unicode.Scalar?
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if isForbidden(scalar, after: previous) { return (index, scalar) }
      previous = scalar
      if !allowsLineBreaks, isLineBreakOrTab(scalar) { return (index, scalar) }
    }
    return nil
  }
}
