/// Words of a file or of a command as a message quotes them.
public enum Quotation {
  /// The most characters of what is quoted.
  private static let longest = 60

  /// The text in quotes, cut to 60 characters, with characters that cannot be seen written out, so
  /// that a hostile cell can neither flood a message nor steer a terminal.
  ///
  /// - Parameter text: the text.
  public static func of(_ text: String) -> String { "\"" + cut(text) + "\"" }

  /// The text without quotes, cut to 60 characters, with characters that cannot be seen written out.
  ///
  /// - Parameter text: the text.
  public static func cut(_ text: String) -> String {
    var shown = ""
    var previous: Unicode.Scalar?
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == longest {
        shown += "…"
        break
      }
      defer { previous = scalar }
      if TextRules.isForbidden(scalar, after: previous) || TextRules.isLineBreakOrTab(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
