/// How wide text is and how it breaks into lines, in Arial or a font of the same measure.
///
/// Kerning is left out: pairs such as "AV" are drawn a little narrower than measured here.
public enum TextMetrics {
  /// Height of capital letters as a part of the size.
  public static let capitalHeight = 0.716
  /// How far letters reach above the line they stand on, as a part of the size.
  public static let ascent = 0.78
  /// How far letters reach below it, as a part of the size.
  public static let descent = 0.22
  /// Distance from one line to the next, as a part of the size.
  public static let leading = 1.2

  /// The width of a text on one line.
  ///
  /// - Parameters:
  ///   - text: the text; line breaks count as nothing.
  ///   - size: the size of the letters in points.
  ///   - bold: whether in the bold weight.
  /// - Returns: the width in points.
  /// - Complexity: O(*n*) in the length of the text.
  public static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    let widths = bold ? GlyphWidths.bold : GlyphWidths.regular
    var total = 0
    for scalar in text.unicodeScalars { total += Int(widths.width(of: scalar)) }
    return Double(total) * size / 1000
  }

  /// Breaks a text into lines no wider than a width.
  ///
  /// Lines break at spaces and after hyphens and slashes, and are made as even as their number
  /// allows unless told otherwise. A word wider than a line is broken between letters. Only where more lines would be
  /// needed than are allowed is text left out, and "…" says so.
  ///
  /// - Parameters:
  ///   - text: the text; runs of white space count as one space.
  ///   - width: the greatest width of a line in points.
  ///   - size: the size of the letters in points.
  ///   - bold: whether in the bold weight.
  ///   - maxLines: the greatest number of lines, at least one.
  ///   - evenly: whether lines are made even, as suits labels; a paragraph fills its lines.
  /// - Returns: at least one line, empty for a text without anything to draw.
  /// - Complexity: O(*n*) in the length of the text.
  public static func wrap(
    _ text: String, width: Double, size: Double, bold: Bool = false, maxLines: Int = .max,
    evenly: Bool = true
  ) -> [String] {
    let wrapper = LineWrapper(widths: bold ? .bold : .regular, limit: width * 1000 / size)
    let lines = wrapper.lines(of: text, stoppingAfter: maxLines)
    guard lines.count > max(1, maxLines) else {
      return evenly ? wrapper.evened(lines, of: text) : lines
    }
    return wrapper.cut(lines, to: max(1, maxLines))
  }

  /// Whether a text fits in so many lines without anything left out.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func fits(
    _ text: String, width: Double, size: Double, bold: Bool = false, maxLines: Int
  ) -> Bool {
    LineWrapper(widths: bold ? .bold : .regular, limit: width * 1000 / size)
      .lines(of: text, stoppingAfter: maxLines).count <= maxLines
  }

  /// The text on one line, cut with "…" only where it is wider than the width.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func oneLine(
    _ text: String, width: Double, size: Double, bold: Bool = false
  ) -> String {
    wrap(text, width: width, size: size, bold: bold, maxLines: 1)[0]
  }
}

/// Breaks text into lines; lengths are in thousandths of an em.
struct LineWrapper {
  let widths: GlyphWidths
  let limit: Double

  /// Greedy lines: each takes as many pieces as fit.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - most: a number of lines; once there are more, the rest of the text is left.
  func lines(of text: String, stoppingAfter most: Int = .max) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0.0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if lines.count > most { return lines }
      for piece in pieces(of: word) {
        let wide = self.length(piece.text)
        let lead = line.isEmpty || !piece.spaced ? 0 : Double(widths.width(of: " "))
        if !line.isEmpty, length + lead + wide > limit {
          lines.append(line)
          line = ""
          length = 0
        } else if lead > 0 {
          line += " "
          length += lead
        }
        line += piece.text
        length += wide
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Lines as even as possible without becoming more: the least width that gives as many.
  func evened(_ lines: [String], of text: String) -> [String] {
    guard lines.count > 1, lines.count <= 12 else { return lines }
    // No narrower than the widest piece, so that evening out never breaks a word.
    let widest = text.split(whereSeparator: \.isWhitespace).flatMap(pieces)
      .map { length($0.text) }.max()
    var high = limit
    var low = min(max(widest ?? limit, limit / Double(lines.count + 1)), high)
    var best = lines
    for _ in 0..<12 {
      let middle = (low + high) / 2
      let tried = LineWrapper(widths: widths, limit: middle).lines(of: text)
      if tried.count <= lines.count, tried.allSatisfy({ length($0) <= limit }) {
        best = tried
        high = middle
      } else {
        low = middle
      }
    }
    return best
  }

  /// The first so many lines, the last of them ending in "…".
  func cut(_ lines: [String], to count: Int) -> [String] {
    var kept = Array(lines.prefix(count))
    let room = limit - Double(widths.width(of: "…"))
    var last = ""
    var used = 0.0
    for character in kept.removeLast() {
      let wide = length(String(character))
      if used + wide > room { break }
      last.append(character)
      used += wide
    }
    while last.hasSuffix(" ") || last.hasSuffix(",") { last.removeLast() }
    return kept + [last + "…"]
  }

  private func length(_ text: String) -> Double {
    var total = 0
    for scalar in text.unicodeScalars { total += Int(widths.width(of: scalar)) }
    return Double(total)
  }

  private struct Piece {
    var text: String
    /// Whether a space stands before it unless it begins a line.
    var spaced: Bool
  }

  /// What must stay together: words, parts of words that end in a hyphen or a slash, and bits of
  /// words that are wider than a line.
  private func pieces(of word: Substring) -> [Piece] {
    var parts: [Piece] = []
    var part = ""
    for character in word {
      part.append(character)
      if character == "-" || character == "/" {
        parts.append(Piece(text: part, spaced: parts.isEmpty))
        part = ""
      }
    }
    if !part.isEmpty { parts.append(Piece(text: part, spaced: parts.isEmpty)) }
    return parts.flatMap(broken)
  }

  private func broken(_ piece: Piece) -> [Piece] {
    guard length(piece.text) > limit else { return [piece] }
    var bits: [Piece] = []
    var bit = ""
    var used = 0.0
    for character in piece.text {
      let wide = length(String(character))
      if !bit.isEmpty, used + wide > limit {
        bits.append(Piece(text: bit, spaced: bits.isEmpty && piece.spaced))
        (bit, used) = ("", 0)
      }
      bit.append(character)
      used += wide
    }
    bits.append(Piece(text: bit, spaced: bits.isEmpty && piece.spaced))
    return bits
  }
}
