/// Writes pages: HTML that is well-formed XML too, the same bytes for the same value.
struct HTMLWriter {
  /// The file being written, from which links are reckoned.
  let path: PackPath
  private var output = ""
  /// Whether text may hold places to break a long word; the title of a page may not.
  private var isBreakable = true

  /// Makes a writer for one file.
  ///
  /// - Parameter path: the file.
  init(path: PackPath) { self.path = path }

  /// The text of a whole page.
  ///
  /// - Parameters:
  ///   - root: the `html` element.
  ///   - path: the file it is for.
  static func page(_ root: HTML, path: PackPath) -> String {
    var writer = HTMLWriter(path: path)
    writer.output = "<!DOCTYPE html>\n"
    writer.write(root)
    return writer.output
  }

  private mutating func write(_ piece: HTML) {
    switch piece {
    case .text(let text): writeBreakable(text)
    case .group(let pieces): for piece in pieces { write(piece) }
    case .drawing(let drawing): output += drawing.markup + "\n"
    case .element(let tag, let attributes, let content): write(tag, attributes, content)
    }
  }

  private mutating func write(_ tag: Tag, _ attributes: [Attribute], _ content: [HTML]) {
    output += "<" + tag.rawValue
    for attribute in attributes {
      output += " " + attribute.name + "=\""
      switch attribute.value {
      case .text(let text): Self.escape(text, into: &output)
      case .link(let link): Self.escape(reference(to: link), into: &output)
      }
      output += "\""
    }
    if tag.isVoid {
      output += "/>\n"
      return
    }
    output += ">"
    let wasBreakable = isBreakable
    if tag == .title { isBreakable = false }
    for piece in content { write(piece) }
    isBreakable = wasBreakable
    output += "</" + tag.rawValue + ">"
    if !tag.isInline { output += "\n" }
  }

  /// The most characters of a word before a place where it may break.
  private static let longestWord = 24

  /// Writes text and, within words that no column could hold, places where they may break.
  private mutating func writeBreakable(_ text: String) {
    guard isBreakable, text.utf8.count > Self.longestWord else {
      return Self.escape(text, into: &output)
    }
    var length = 0
    var piece = ""
    for character in text {
      length = character.isWhitespace || character == "-" ? 0 : length + 1
      piece.append(character)
      guard length == Self.longestWord else { continue }
      Self.escape(piece, into: &output)
      output += "<wbr/>"
      piece = ""
      length = 0
    }
    Self.escape(piece, into: &output)
  }

  private func reference(to link: Link) -> String {
    switch link {
    case .file(let file, let anchor):
      file.relative(to: path) + (anchor.map { "#" + $0.text } ?? "")
    case .anchor(let anchor): "#" + anchor.text
    case .web(let address): address.text
    }
  }

  /// Appends text with everything escaped that means something in HTML or in a quoted attribute.
  ///
  /// Goes by code points, so that a combining mark after a bracket or a quote hides nothing. What
  /// XML may not hold is left out: control characters but tab and line feed, and noncharacters.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - output: where to append.
  static func escape(_ text: String, into output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n": output.unicodeScalars.append(scalar)
      default:
        if !isForbidden(scalar) { output.unicodeScalars.append(scalar) }
      }
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
  }
}
