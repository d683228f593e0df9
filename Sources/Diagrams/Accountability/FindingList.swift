import Governance
import Graphviz

/// The questions below a diagram, each with the number by which the diagram refers to it.
struct FindingList {
  private static let look = TextStyle(size: 9)
  private static let headLook = TextStyle(size: 10, bold: true)
  private static let indent = 22.0

  /// The questions, in the order of their numbers.
  let findings: [Finding]
  /// How many more there are than are listed.
  let more: Int
  /// The most lines for each question.
  var maxLines = 2
  let width: Double

  private var heading: String {
    findings.isEmpty ? "" : "Questions that these lines raise"
  }

  private func lines(_ finding: Finding) -> [String] {
    Self.look.wrap(
      "\(LineWords.severity(finding.severity)) (\(finding.kind.code)): \(finding.why)",
      width: width - Self.indent, maxLines: maxLines, evenly: false)
  }

  private var closing: String? {
    guard more > 0 else { return nil }
    return findings.isEmpty
      ? "\(Words.count(more, "question")) about it \(more == 1 ? "is" : "are") open."
      : "\(Words.count(more, "more question")) about it \(more == 1 ? "is" : "are") open and not "
        + "shown here."
  }

  /// Its height in points.
  var height: Double {
    guard !findings.isEmpty || more > 0 else { return 0 }
    let entries = findings.reduce(0.0) {
      $0 + Double(lines($1).count) * Self.look.lineHeight + 2
    }
    return (findings.isEmpty ? 0 : Self.headLook.lineHeight + 2) + entries
      + (closing == nil ? 0 : Self.look.lineHeight)
  }

  /// Draws it.
  ///
  /// - Returns: where it ends, in points from the top.
  func draw(on canvas: inout Canvas, at origin: CanvasPoint) -> Double {
    guard height > 0 else { return origin.y }
    var frame = CanvasFrame(x: origin.x, y: origin.y, width: width, height: 0)
    if !findings.isEmpty {
      frame.y = canvas.add(lines: [heading], in: frame, look: Self.headLook) + 2
    }
    for (index, finding) in findings.enumerated() {
      canvas.add(
        Badge(
          String(index + 1), at: CanvasPoint(frame.x, frame.y + Self.look.lineHeight / 2),
          style: AccountabilityStyles.badge))
      var text = frame
      text.x += Self.indent
      frame.y = canvas.add(lines: lines(finding), in: text, look: Self.look) + 2
    }
    if let closing { frame.y = canvas.add(lines: [closing], in: frame, look: Self.look) }
    return frame.y
  }
}
