@testable import Diagrams

/// What must hold of every page, as lists of what breaks it.
struct CanvasLaws {
  let canvas: Canvas

  private var texts: [CanvasText] {
    canvas.items.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
  private var boxes: [(index: Int, box: CanvasBox)] {
    canvas.items.enumerated().compactMap {
      if case .box(let box) = $1 { ($0, box) } else { nil }
    }
  }
  private var lines: [CanvasLine] {
    canvas.items.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  /// All of them together.
  var violations: [String] {
    textsThatOverlap + textsThatCrossBoxes + textsCrossedByLines + itemsOffThePage + smallTexts
      + paleTexts + legendFaults
  }

  var textsThatOverlap: [String] {
    let texts = texts
    return texts.indices.flatMap { one in
      texts.indices[(one + 1)...].compactMap { other in
        texts[one].frame.overlaps(texts[other].frame, tolerance: 0.2)
          ? "'\(texts[one].text)' lies on '\(texts[other].text)'" : nil
      }
    }
  }

  /// A text lies wholly within a box or wholly outside it.
  var textsThatCrossBoxes: [String] {
    texts.flatMap { text in
      boxes.compactMap { _, box in
        text.frame.overlaps(box.frame, tolerance: 0.5)
          && !box.frame.contains(text.frame, tolerance: 0.5)
          ? "'\(text.text)' crosses the edge of a box at \(box.frame)" : nil
      }
    }
  }

  /// Lines take up their width across, not beyond their ends.
  var textsCrossedByLines: [String] {
    texts.flatMap { text in
      lines.compactMap { line in
        var course = line.frame
        if course.width < course.height {
          course.x -= line.stroke.width / 2
          course.width += line.stroke.width
        } else {
          course.y -= line.stroke.width / 2
          course.height += line.stroke.width
        }
        return course.overlaps(text.frame, tolerance: 0.3)
          ? "'\(text.text)' is crossed by a line" : nil
      }
    }
  }

  var itemsOffThePage: [String] {
    let body = PageFurniture.body(of: canvas.page).inset(by: -4)
    return canvas.items.compactMap { item in
      body.contains(item.frame) ? nil : "off the page: \(item)"
    }
  }

  var smallTexts: [String] {
    texts.filter { $0.look.size < 9 }.map { "'\($0.text)' is set in \($0.look.size) points" }
  }

  /// Text is held against the topmost fill behind it.
  var paleTexts: [String] {
    canvas.items.enumerated().compactMap { index, item in
      guard case .text(let text) = item else { return nil }
      let middle = CanvasFrame(x: text.frame.midX, y: text.frame.midY, width: 0, height: 0)
      let behind = boxes.last {
        $0.index < index && $0.box.fill != nil
          && $0.box.frame.contains(middle)
      }
      let ground = behind?.box.fill ?? Palette.paper
      let contrast = Palette.contrast(text.look.colour, ground)
      return contrast >= 4.5 ? nil : "'\(text.text)' has a contrast of \(contrast)"
    }
  }

  /// The legend explains each style that is used, once, and no other.
  var legendFaults: [String] {
    let used = canvas.styles
    let explained = Set(canvas.legend)
    return used.subtracting(explained).map { "\($0) is not explained" }.sorted()
      + explained.subtracting(used).map { "\($0) is explained but not used" }.sorted()
      + (explained.count == canvas.legend.count ? [] : ["a style is explained twice"])
  }

  /// All words on the page, line ends as spaces.
  var words: String { texts.map(\.text).joined(separator: " ") }
}
