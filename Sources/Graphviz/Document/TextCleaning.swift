/// Makes any string fit to be drawn.
enum TextCleaning {
  /// Splits at every kind of line break, then cleans each line; at least one line.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      defer { previousWasReturn = scalar == "\r" }
      switch scalar {
      case "\n" where previousWasReturn: continue
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(current))
        current = String.UnicodeScalarView()
      default:
        if let kept = drawable(scalar) { current.append(kept) }
      }
    }
    lines.append(String(current))
    return lines
  }

  /// One line: breaks become spaces and what cannot be drawn is dropped.
  static func line(of text: String) -> String {
    lines(of: text).joined(separator: " ")
  }

  /// The scalar as it may appear in an SVG, a space for a tab, nil for what XML cannot carry.
  ///
  /// C1 controls and the non-characters are legal in XML 1.0 but discouraged, and no font draws
  /// them; they go too.
  private static func drawable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: " "
    case 0x00..<0x20, 0x7F..<0xA0: nil
    case 0xFDD0...0xFDEF: nil
    // A byte-order mark; Graphviz itself drops one at times.
    case 0xFEFF: nil
    case let value where value & 0xFFFE == 0xFFFE: nil
    default: scalar
    }
  }
}
