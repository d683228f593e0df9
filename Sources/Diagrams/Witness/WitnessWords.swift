import Governance

/// The witness of a finding in sentences and as a table.
struct WitnessWords {
  let finding: Finding
  let content: WitnessContent
  let index: WitnessIndex

  private var reader: WitnessReader { WitnessReader(index: index) }
  private var main: String { finding.subjects.first.map(reader.name) ?? "" }

  var title: String { "\(finding.kind.title): \(Words.drawable(main))" }

  var subtitle: String { "\(LineWords.severity(finding.severity)). \(finding.why)" }

  /// Notes at the foot.
  ///
  /// - Parameter left: how many rows the picture leaves out.
  func notes(left: Int) -> [String] {
    var notes: [String] = []
    if !content.remarks.isEmpty {
      notes.append(Words.limited(content.remarks.joined(separator: " "), to: 480))
    }
    if left > 0 { notes.append("\(Words.count(left, "row")) more of the same in the table.") }
    notes.append("Question \(finding.id): \(Words.drawable(finding.question)) \(ground)")
    return notes
  }

  /// The rule and how sure the finding is.
  private var ground: String {
    let regime = index.graph.regime
    let rule = regime.expectation(finding.rule)
    let document = rule.flatMap { regime.document($0.citation)?.title }
    let section = rule?.citation.section.map { ", \($0)" } ?? ""
    let cited = document.map { " (\($0)\(section))" } ?? ""
    let proposed = regime.status == .proposed ? "proposed, not in force; " : ""
    return "Rule \(finding.rule)\(Words.drawable(cited)); \(proposed)"
      + "\(finding.confidence.rawValue)."
  }

  var alternativeText: String {
    let tail = ": \(Words.count(finding.witness.count, "record")) that show it"
    return Words.limited(title, to: 120 - tail.count) + tail
  }

  /// What the picture shows, in full sentences.
  var description: String {
    let lines = content.lines.map {
      "\(reader.name($0.from)) – \($0.words) – \(reader.name($0.to))."
    }
    let parts =
      ["The picture shows the records on which a question rests. \(finding.why)"]
      + lines + content.remarks + ["To ask: \(finding.question)"]
    return parts.joined(separator: " ")
  }

  /// One row for each record.
  var table: DiagramTable {
    DiagramTable(
      caption: "Records that show: \(title)", columns: WitnessContent.columns, rows: content.rows)
  }
}
