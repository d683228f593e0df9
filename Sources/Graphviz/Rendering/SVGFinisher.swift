/// What an SVG needs to stand in a page: a name, a description, ids of its own.
public struct SVGFinishing: Hashable, Sendable {
  /// What the picture is, in a few words.
  public var title: String
  /// What it shows, in a sentence or more.
  public var description: String
  /// Comes before every id, so that several pictures can share a page.
  public var idPrefix: DOTElementName

  /// Creates a finishing.
  public init(title: String, description: String, idPrefix: DOTElementName) {
    self.title = title
    self.description = description
    self.idPrefix = idPrefix
  }

  /// Turns Graphviz's SVG into one that can be put into a page.
  ///
  /// Drops prolog, document type, comments and the titles that hold node names; gives the
  /// picture a title, a description and a role; puts the prefix before ids and what refers to
  /// them; names fonts every system has something for; and checks every link's scheme. The role
  /// is `img`, or `group` where there are links, which an image cannot hold. Linear in length.
  ///
  /// - Throws: stage `finish` for bytes that are no SVG of Graphviz's, and for links other than
  ///   http, https and relative ones.
  public func finish(_ svg: [UInt8]) throws(GraphvizError) -> [UInt8] {
    var finisher = SVGFinisher(finishing: self)
    return try finisher.finish(svg)
  }
}

/// Walks over Graphviz's SVG once, tag by tag.
struct SVGFinisher {
  let finishing: SVGFinishing
  private var output: [UInt8] = []
  private var hasLinks = false
  private var rootSeen = false

  init(finishing: SVGFinishing) {
    self.finishing = finishing
  }

  mutating func finish(_ svg: [UInt8]) throws(GraphvizError) -> [UInt8] {
    var scanner = SVGScanner(svg)
    let tokens = try scanner.tokens()
    hasLinks = tokens.contains { token in
      if case .start(let tag) = token { return tag.name == "a" && tag.attributes.hasLink }
      return false
    }
    output.reserveCapacity(svg.count + 512)
    var titleDepth = 0
    // `<a>` elements that only carried a tooltip's title stay; those are no links.
    for token in tokens {
      switch token {
      case .start(let tag) where tag.name == "title": titleDepth += tag.isEmpty ? 0 : 1
      case .end("title"): titleDepth -= 1
      case _ where titleDepth > 0: continue
      case .start(let tag): try write(tag)
      case .end(let name): append("</\(name)>")
      case .text(let text): write(text: text)
      }
    }
    guard rootSeen else { throw GraphvizError(.finish, "there is no <svg> element") }
    append("\n")
    return output
  }

  // MARK: Tags

  private mutating func write(_ tag: SVGTag) throws(GraphvizError) {
    append("<\(tag.name)")
    let isRoot = tag.name == "svg" && !rootSeen
    for (name, value) in tag.attributes {
      for (name, value) in try finished(name, value) { append(" \(name)=\"\(value)\"") }
    }
    if isRoot { writeRole() }
    append(tag.isEmpty ? "/>" : ">")
    if isRoot {
      rootSeen = true
      writeNames()
    }
  }

  private mutating func writeRole() {
    let prefix = finishing.idPrefix.name
    append(" role=\"\(hasLinks ? "group" : "img")\"")
    append(" aria-labelledby=\"\(prefix)-title \(prefix)-desc\"")
  }

  private mutating func writeNames() {
    let prefix = finishing.idPrefix.name
    append("\n<title id=\"\(prefix)-title\">\(SVGText.escaped(finishing.title))</title>")
    append("\n<desc id=\"\(prefix)-desc\">\(SVGText.escaped(finishing.description))</desc>")
  }

  // MARK: Attributes

  private func finished(
    _ name: String, _ value: String
  ) throws(GraphvizError) -> [(String, String)] {
    switch name {
    case "id": return [(name, finishing.idPrefix.name + "-" + value)]
    case "stroke", "fill":
      if value == "transparent" { return [(name, "none")] }
      return [(name, prefixedReference(value))]
    case "font-family": return Self.fontAttributes(value)
    case "xlink:href", "href":
      try Self.checkLink(value)
      return [(name, value)]
    case "xlink:title": return [(name, Self.unbroken(value))]
    default: return [(name, value)]
    }
  }

  /// A tooltip without what kept Graphviz from substituting parts of it.
  private static func unbroken(_ value: String) -> String {
    ["\\", "&amp;"].reduce(value) { text, pattern in
      text.replacing(pattern + String(Escaping.breaker), with: pattern)
    }
  }

  private func prefixedReference(_ value: String) -> String {
    let start = "url(#"
    guard value.hasPrefix(start) else { return value }
    return start + finishing.idPrefix.name + "-" + value.dropFirst(start.count)
  }

  /// A name such as "Arial Bold" is one to Pango but not to a browser.
  private static func fontAttributes(_ value: String) -> [(String, String)] {
    let name = value.split(separator: ",").first.map(String.init) ?? value
    var words = name.split(separator: " ")
    var result: [(String, String)] = []
    while let last = words.last {
      if last == "Bold" {
        result.append(("font-weight", "bold"))
      } else if last == "Italic" || last == "Oblique" {
        result.append(("font-style", "italic"))
      } else {
        break
      }
      words.removeLast()
    }
    let family = words.joined(separator: " ")
    let sans = ["Arial", "Liberation Sans", "Helvetica", "sans-serif"]
    let families = sans.contains(family) || family.isEmpty ? sans : [family] + sans
    return [("font-family", families.joined(separator: ", "))] + result.reversed()
  }

  /// Only what cannot run a script; control characters and spaces are how schemes are hidden.
  private static func checkLink(_ value: String) throws(GraphvizError) {
    let lower = value.lowercased()
    let scheme = lower.prefix { !"/?#".contains($0) }
    let plain = value.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    let safe = lower.hasPrefix("https://") || lower.hasPrefix("http://")
    // An entity in the scheme could stand for a colon.
    let relative = !scheme.contains(":") && !scheme.contains("&") && !lower.hasPrefix("//")
    guard plain, safe || relative else {
      throw GraphvizError(.finish, "a link to \(Messages.quoted(value)) is neither http nor local")
    }
  }

  // MARK: Text

  /// Takes line feeds between tags down to one.
  private mutating func write(text: String) {
    if text.utf8.allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }) {
      if text.contains("\n") {
        if output.last != UInt8(ascii: "\n"), !output.isEmpty { append("\n") }
      } else {
        append(text)
      }
      return
    }
    append(text)
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }
}
