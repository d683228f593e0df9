/// Text and numbers as an SVG may hold them.
public enum SVGText {
  /// A text on one line with everything escaped that means something in an element or within
  /// double quotes; what XML cannot carry is left out.
  ///
  /// Goes by code points, so that a combining mark after a bracket or a quote hides nothing.
  ///
  /// - Parameter text: any text.
  /// - Complexity: O(*n*) in the length of the text.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TextCleaning.line(of: text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A length or a place in points to a hundredth, the same on every machine: no exponent, no
  /// trailing zeros.
  ///
  /// - Parameter value: the value; one that is not finite, or beyond 10^9, counts as 0.
  public static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = (value * 100).rounded()
    return hundredths == 0 ? "0" : Numerals.text(hundredths / 100)
  }
}
