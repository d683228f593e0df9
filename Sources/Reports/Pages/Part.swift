import Governance

/// Small pieces that several pages are made of.
enum Part {
  /// What is shown for something that is not known.
  static var unknown: HTML { Tag.span(.class("unknown")) { Wording.unknown } }

  /// Text, or that it is not known.
  static func text(_ text: String?) -> HTML {
    guard let text, !text.isEmpty else { return unknown }
    return .text(text)
  }

  /// A share as a percentage, or that it is not known.
  static func share(_ share: Double?) -> HTML {
    share == nil ? unknown : .text(Wording.percentage(share))
  }

  /// A figure, or that it is not known.
  static func figure(_ value: Double?) -> HTML {
    value == nil ? unknown : .text(Wording.figure(value))
  }

  /// A list of words, or that they are not known.
  static func words(_ words: [String]) -> HTML {
    words.isEmpty ? unknown : .text(words.joined(separator: "; "))
  }

  /// How sure something is; what is assumed stands out.
  static func confidence(_ confidence: Confidence) -> HTML {
    confidence == .assumed
      ? Tag.span(.class("assumed")) { Wording.confidence(confidence) }
      : .text(Wording.confidence(confidence))
  }

  /// The mark behind something assumed; nothing behind anything else.
  static func mark(_ confidence: Confidence) -> HTML {
    guard confidence == .assumed else { return .nothing }
    return .group([.text(" "), Tag.span(.class("assumed")) { "assumed" }])
  }

  /// Terms and what is to be said of them.
  static func facts(_ facts: [(term: String, value: HTML)]) -> HTML {
    Tag.dl(.class("facts")) {
      for fact in facts {
        Tag.div {
          Tag.dt { fact.term }
          Tag.dd { fact.value }
        }
      }
    }
  }

  /// Figures to be seen at a glance.
  static func tiles(_ tiles: [(value: String, label: String)]) -> HTML {
    Tag.dl(.class("tiles")) {
      for tile in tiles {
        Tag.div {
          Tag.dt { tile.label }
          Tag.dd { tile.value }
        }
      }
    }
  }

  /// A section with its heading.
  static func section(
    _ heading: String, id: Anchor? = nil, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    let heading = id.map { id in Tag.h2(.id(id)) { heading } } ?? Tag.h2 { heading }
    let content = content()
    return Tag.section {
      heading
      content
    }
  }

  /// A section of figures; nothing when there is none.
  ///
  /// Figures for sheets on their side go to sheets of their own when printed, and the heading, which
  /// each of them repeats as its title, stays behind.
  static func pictures(_ heading: String, _ id: Anchor, _ figures: [Figure]) -> HTML {
    guard !figures.isEmpty else { return .nothing }
    return Tag.section(.class("pictures")) {
      Tag.h2(.id(id)) { heading }
      for figure in figures { figure.html() }
    }
  }

  /// A remark under a table: on what its figures rest.
  static func basis(_ text: String) -> HTML { Tag.p(.class("basis")) { text } }

  /// Items, each on its own line; a sentence where there is none.
  static func list(_ items: [HTML], ifNone none: String) -> HTML {
    guard !items.isEmpty else { return Tag.p { none } }
    return Tag.ul {
      for item in items { Tag.li { item } }
    }
  }

  /// A source in full.
  static func source(_ source: Source) -> HTML {
    var pieces: [HTML] = []
    if let address = source.url.flatMap(WebAddress.init) {
      pieces.append(Tag.a(.href(.web(address))) { source.title })
    } else {
      pieces.append(.text(source.title))
    }
    if let publisher = source.publisher { pieces.append(.text(publisher)) }
    if let day = source.asOf { pieces.append(.text("as of \(day.longForm)")) }
    if let licence = source.licence { pieces.append(.text(licence)) }
    if let note = source.note { pieces.append(.text(note)) }
    return .joined(pieces, separator: ". ")
  }
}
