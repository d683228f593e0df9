/// Words of a file as a message quotes them.
enum Quotation {
  /// The text in quotes, cut to 60 characters, with control characters written out, so that a
  /// hostile cell can neither flood a message nor steer a terminal.
  static func of(_ text: String) -> String {
    var shown = "\""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == 60 {
        shown += "…"
        break
      }
      if TextRules.isForbidden(scalar) || TextRules.isLineBreakOrTab(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "\""
  }
}
