/// Human text for a label: never markup, never an escape sequence.
///
/// Whatever the text holds is drawn as it stands: `<b>`, `\N` and `"];` are seven, two and three
/// characters. Line breaks in the text (LF, CR, CRLF, NEL, U+2028, U+2029) start a new line, tabs
/// become a space, and control and non-characters, which no XML or font can carry, are dropped.
public struct DOTText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// How a line sits in the width of its label.
  public enum Alignment: Hashable, Sendable, CaseIterable {
    /// In the middle.
    case centre
    /// At the left edge.
    case left
    /// At the right edge.
    case right
  }

  /// One line of a label.
  public struct Line: Hashable, Sendable {
    /// What it says, free of control characters and line breaks.
    public let text: String
    /// How it sits in the label's width.
    public let alignment: Alignment

    fileprivate init(clean text: String, alignment: Alignment) {
      self.text = text
      self.alignment = alignment
    }
  }

  /// The lines from the top.
  public private(set) var lines: [Line]

  /// Creates a label from text, one line per line of the text.
  public init(_ text: String, alignment: Alignment = .centre) {
    lines = TextCleaning.lines(of: text).map { Line(clean: $0, alignment: alignment) }
  }

  /// Creates a label from lines that are already broken; a break within one breaks it again.
  public init(lines: [String], alignment: Alignment = .centre) {
    self.lines = lines.flatMap(TextCleaning.lines(of:)).map {
      Line(clean: $0, alignment: alignment)
    }
  }

  /// Creates a centred label from a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// Adds lines below those there are.
  public mutating func append(_ text: String, alignment: Alignment = .centre) {
    lines += TextCleaning.lines(of: text).map { Line(clean: $0, alignment: alignment) }
  }

  /// Whether nothing at all would be drawn.
  public var isEmpty: Bool { lines.allSatisfy(\.text.isEmpty) }

  /// The lines joined by line feeds.
  public var plain: String { lines.map(\.text).joined(separator: "\n") }

  /// The same text with every line cut to at most `limit` characters, a cut shown by "…".
  public func truncated(toCharactersPerLine limit: Int) -> DOTText {
    var copy = self
    copy.lines = lines.map { line in
      guard line.text.count > limit else { return line }
      return Line(clean: line.text.prefix(max(limit - 1, 0)) + "…", alignment: line.alignment)
    }
    return copy
  }
}

/// What a node, edge, cluster or graph is labelled with: text or markup, never mistaken for one
/// another because they are different types.
public enum DOTLabel: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Text drawn as it stands.
  case text(DOTText)
  /// A table or styled text built as values.
  case html(HTMLLabel)

  /// Creates a centred text label from a literal.
  public init(stringLiteral value: String) {
    self = .text(DOTText(value))
  }

  /// A centred text label from a string of any origin.
  public static func text(_ string: String) -> DOTLabel { .text(DOTText(string)) }

  /// A label that is a table.
  public static func table(_ table: HTMLTable) -> DOTLabel { .html(HTMLLabel(.table(table))) }
}
