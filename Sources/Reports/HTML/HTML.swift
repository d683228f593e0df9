/// A piece of a page as a value: text, elements, finished drawings.
///
/// A typed value and not a template language, for three reasons found in the one at hand (Mustache,
/// swift-mustache 2.1): its escaping goes by grapheme, so that a quote or a bracket followed by a
/// combining mark leaves unescaped and a hostile name can close an attribute; a name that is
/// mistyped in a template renders as nothing, and one that is missing in a row is looked up in the
/// page around it; and a control character, which no XML may hold, passes. Here text is escaped by
/// the one writer, markup cannot be made from a string, and a missing value does not compile.
indirect enum HTML: Sendable {
  /// Text, escaped when written.
  case text(String)
  /// An element.
  case element(Tag, [Attribute], [HTML])
  /// A drawing that was finished for use in a page; the only thing written as it is.
  case drawing(FinishedDrawing)
  /// Several pieces in a row.
  case group([HTML])

  /// Nothing.
  static var nothing: HTML { .group([]) }

  /// Pieces with text between them.
  ///
  /// - Parameters:
  ///   - pieces: the pieces.
  ///   - separator: the text between two of them.
  static func joined(_ pieces: [HTML], separator: String = ", ") -> HTML {
    .group(
      pieces.enumerated().flatMap { index, piece in
        index == 0 ? [piece] : [.text(separator), piece]
      })
  }

  /// Pieces as a sentence lists them: `a, b and c`.
  ///
  /// - Parameter pieces: the pieces.
  static func listed(_ pieces: [HTML]) -> HTML {
    guard pieces.count > 1, let last = pieces.last else { return .group(pieces) }
    return .group([joined(Array(pieces.dropLast())), .text(" and "), last])
  }
}

/// SVG from the renderer, checked and finished for use in a page.
struct FinishedDrawing: Hashable, Sendable {
  /// One `svg` element.
  let markup: String
}

/// The elements that pages are made of.
enum Tag: String, Sendable {
  case a, article, body, caption, dd, details, div, dl, dt, em, figcaption, figure, footer, h1, h2,
    h3
  case head, header, html, label, li, link, main, meta, nav, ol, option, p, section, select, span
  case strong, summary, table
  case tbody, td, th, thead, time, title, tr, ul

  /// Whether the element has no content and no end tag.
  var isVoid: Bool { self == .link || self == .meta }

  /// Whether it stands within a line of text, so that a line break after it would show.
  var isInline: Bool {
    switch self {
    case .a, .em, .label, .span, .strong, .time: true
    default: false
    }
  }

  /// An element.
  ///
  /// - Parameters:
  ///   - attributes: its attributes, in the order they are written.
  ///   - content: what it holds.
  func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element(self, attributes, [content()])
  }

  /// An element without content.
  ///
  /// - Parameter attributes: its attributes, in the order they are written.
  func callAsFunction(_ attributes: Attribute...) -> HTML {
    .element(self, attributes, [])
  }
}

/// An attribute of an element.
struct Attribute: Sendable {
  /// What follows the name.
  enum Value: Sendable {
    case text(String)
    case link(Link)
  }

  /// The name.
  let name: String
  /// The value.
  let value: Value

  private init(_ name: StaticString, _ value: Value) {
    self.name = "\(name)"
    self.value = value
  }

  static func id(_ anchor: Anchor) -> Attribute { Attribute("id", .text(anchor.text)) }
  static func `class`(_ name: StaticString) -> Attribute {
    Attribute("class", .text("\(name)"))
  }
  /// Several classes, each of letters, digits and hyphens.
  static func classes(_ names: [String]) -> Attribute {
    Attribute("class", .text(names.joined(separator: " ")))
  }
  static func forControl(_ anchor: Anchor) -> Attribute { Attribute("for", .text(anchor.text)) }
  static func value(_ text: String) -> Attribute { Attribute("value", .text(text)) }
  static func href(_ link: Link) -> Attribute { Attribute("href", .link(link)) }
  static func lang(_ language: StaticString) -> Attribute {
    Attribute("lang", .text("\(language)"))
  }
  static func datetime(_ date: String) -> Attribute { Attribute("datetime", .text(date)) }
  static func label(_ text: String) -> Attribute { Attribute("aria-label", .text(text)) }
  static func labelledBy(_ anchor: Anchor) -> Attribute {
    Attribute("aria-labelledby", .text(anchor.text))
  }
  static var isCurrentPage: Attribute { Attribute("aria-current", .text("page")) }
  static var isCurrentSection: Attribute { Attribute("aria-current", .text("true")) }
  static var isColumnHeader: Attribute { Attribute("scope", .text("col")) }
  static var isRowHeader: Attribute { Attribute("scope", .text("row")) }
  static var isRegion: Attribute { Attribute("role", .text("region")) }
  static var isFocusable: Attribute { Attribute("tabindex", .text("0")) }
  static var isFocusTarget: Attribute { Attribute("tabindex", .text("-1")) }
  static var isDownload: Attribute { Attribute("download", .text("")) }
  static var isStylesheet: Attribute { Attribute("rel", .text("stylesheet")) }
  static var charset: Attribute { Attribute("charset", .text("utf-8")) }
  static func meta(_ name: StaticString) -> Attribute { Attribute("name", .text("\(name)")) }
  static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }
}

/// Gathers pieces of a page.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ piece: HTML) -> HTML { piece }
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  static func buildBlock(_ pieces: HTML...) -> HTML {
    pieces.count == 1 ? pieces[0] : .group(pieces)
  }
  static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .nothing }
  static func buildEither(first piece: HTML) -> HTML { piece }
  static func buildEither(second piece: HTML) -> HTML { piece }
  static func buildArray(_ pieces: [HTML]) -> HTML { .group(pieces) }
}
