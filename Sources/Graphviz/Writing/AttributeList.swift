/// Attributes on their way to a DOT statement, in the order added; every value is quoted.
struct AttributeList {
  private(set) var text = ""

  var isEmpty: Bool { text.isEmpty }

  /// Adds a value without escapes: a number, a colour, a word of Graphviz's.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    append(name, "\"" + Escaping.plain(value) + "\"")
  }

  mutating func add(_ name: String, _ value: Double?) { add(name, value.map(Numerals.text)) }

  mutating func add(_ name: String, _ value: Int?) { add(name, value.map(String.init)) }

  mutating func add(_ name: String, _ colour: DOTColour?) { add(name, colour?.hex) }

  mutating func addInches(_ name: String, _ points: Double?) {
    add(name, points.map(Numerals.inches))
  }

  mutating func add(_ name: String, _ point: DOTPoint?, suffix: String = "") {
    add(name, point.map { Numerals.text($0.x) + "," + Numerals.text($0.y) + suffix })
  }

  /// Adds text that is drawn or shown.
  mutating func add(_ name: String, text: DOTText?) {
    guard let text else { return }
    append(name, "\"" + Escaping.label(text) + "\"")
  }

  /// Adds a label; no label is an empty one, since Graphviz would draw its own name for things.
  mutating func add(_ name: String, label: DOTLabel?, ports: [DOTPort: Int] = [:]) {
    switch label {
    case nil: add(name, "")
    case .text(let text): add(name, text: text)
    case .html(let html):
      let markup = HTMLWriter(ports: ports).markup(html.content)
      append(name, markup.isEmpty ? "\"\"" : "<" + markup + ">")
    }
  }

  mutating func add(_ font: FontAttributes) {
    add("fontname", font.font?.name)
    add("fontsize", font.size)
    add("fontcolor", font.colour)
  }

  mutating func add(_ element: ElementAttributes) {
    add("id", element.id?.name)
    if !element.classes.isEmpty {
      add("class", element.classes.map(\.name).joined(separator: " "))
    }
    add(tooltip: element.tooltip)
    add("URL", element.link.map(Self.linkText))
  }

  /// Adds a tooltip on one line.
  mutating func add(tooltip: String?) {
    guard let tooltip else { return }
    append("tooltip", "\"" + Escaping.tooltip(TextCleaning.line(of: tooltip)) + "\"")
  }

  /// A link as Graphviz passes it on to XML as it stands.
  static func linkText(_ link: DOTLink) -> String {
    link.address.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&amp;")
  }

  private mutating func append(_ name: String, _ quoted: String) {
    if !text.isEmpty { text += ", " }
    text += name + "=" + quoted
  }
}
