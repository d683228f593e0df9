/// The ways a string is written so that Graphviz reads back what was meant.
enum Escaping {
  /// Stands after ampersands and backslashes of tooltips, until ``SVGFinisher`` takes it out.
  ///
  /// Graphviz substitutes `\\N` and its like in tooltips once or twice, depending on the kind of
  /// element, and takes a literal `&lt;` for an entity when it writes them. A word joiner, which
  /// no browser draws should it stay, breaks both patterns.
  static let breaker: Unicode.Scalar = "\u{2060}"

  /// A quoted string that Graphviz substitutes escapes in, without quotes.
  static func escString(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A label: every line ended by the escape of its alignment, but for a lone centred one.
  static func label(_ text: DOTText) -> String {
    if text.lines.count == 1, text.lines[0].alignment == .centre {
      return escString(text.lines[0].text)
    }
    return text.lines.map { line in
      let end =
        switch line.alignment {
        case .centre: "\\n"
        case .left: "\\l"
        case .right: "\\r"
        }
      return escString(line.text) + end
    }.joined()
  }

  /// Text of an HTML-like label.
  static func markup(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Graphviz substitutes escapes such as \N in markup as well.
      case "\\": result += "\\\\"
      // Expat holds a bracket back, since "]]>" could follow, until the cell is over.
      case "]": result += "&#93;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A tooltip, within quotes.
  static func tooltip(_ text: String) -> String { broken(escString(text)) }

  /// A tooltip of a cell.
  static func markupTooltip(_ text: String) -> String { broken(markup(text)) }

  /// A quoted string without any escapes in it (names, numbers, colours).
  static func plain(_ text: String) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
  }

  private static func broken(_ escaped: String) -> String {
    var result = escaped
    for pattern in ["\\\\", "&amp;"] {
      result = result.replacing(pattern, with: pattern + String(breaker))
    }
    return result
  }
}

/// Numbers as text, the same on every machine.
enum Numerals {
  /// At most six decimals, no exponent, no trailing zeros; the caller keeps the value finite and
  /// below 10^9.
  static func text(_ value: Double) -> String {
    let scaled = Int64((value * 1_000_000).rounded())
    let whole = scaled.magnitude / 1_000_000
    var fraction = String(scaled.magnitude % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return (scaled < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// Points as inches.
  static func inches(_ points: Double) -> String { text(points / 72) }
}
