import DataPackage
import Governance
import Workbook

/// A diary of two weeks to fill in, with the forums that a trust is expected to attend.
public struct DiaryTemplate: Sendable {
  private let load: TrustLoad
  private let graph: AccountabilityGraph
  private let from: CalendarDate?
  private let options: String

  /// Prepares the diary.
  ///
  /// - Parameters:
  ///   - load: what the trust bears, for its forums.
  ///   - graph: the graph from which it was made.
  ///   - from: the first day; `nil` to leave it open.
  ///   - options: what the command that reads it must be told, as one types it.
  public init(
    of load: TrustLoad, in graph: AccountabilityGraph, from: CalendarDate?, options: String = ""
  ) {
    self.load = load
    self.graph = graph
    self.from = from
    self.options = options
  }

  private var forums: [DiaryForum] { DiaryForum.expected(of: load) }

  /// The diary as CSV, safe to open in a spreadsheet.
  public var csv: String {
    CSVWriter.text(
      header: DiaryFile.header,
      rows: forums.map { forum in
        ["", forum.forum?.text ?? "", forum.name, forum.kind] + [String](repeating: "", count: 6)
          + [load.trust.id.text]
      }, guardsFormulas: true)
  }

  /// The diary as a workbook: a sheet to fill in and one that says how.
  public func workbookBytes() throws(WorkbookError) -> [UInt8] {
    try Spreadsheet(
      title: "Two-week diary of meetings: \(load.trust.name)", sheets: [diary, guide]
    ).bytes()
  }

  private var diary: Sheet {
    let width = DiaryFile.header.count
    let input = SheetCell(.blank, .input)
    let date = SheetCell(.blank, CellStyle(isInput: true, format: .date))
    let rows = forums.map { forum in
      [date, .text(forum.forum?.text ?? ""), .text(forum.name), .text(forum.kind)]
        + [SheetCell](repeating: input, count: width - 5) + [.text(load.trust.id.text)]
    }
    let spare = [date] + [SheetCell](repeating: input, count: width - 1)
    return Sheet(
      name: "Diary", widths: [12, 9, 52, 34, 10, 10, 8, 12, 8, 40, 8],
      rows: [DiaryFile.header.map { .text($0, .heading) }] + rows
        + [[SheetCell]](repeating: spare, count: 60),
      frozenRows: 1, frozenColumns: 1)
  }

  private var guide: Sheet {
    let kinds = Set(
      graph.atlas.register.parameters.filter { LoadSymbol(rawValue: $0.symbol) == .d }
        .map(\.forumKind)
    ).sorted()
    let days =
      from.map { "\($0.longForm) to \($0.adding(days: Diary.days - 1).longForm)" }
      ?? "two weeks of your choice; the first date filled in begins them"
    let entries = [
      ("Trust", "\(load.trust.name) (\(load.trust.id))"), ("Days", days),
      ("Forums", "Those that the trust is expected to attend on \(graph.atlas.date.longForm)."),
      (
        "What to count",
        "Every meeting of a forum outside the trust's own board that anyone of the trust attends. A "
          + "row a meeting: copy the row of a forum that meets twice. Leave a row without a date "
          + "where the forum did not meet; it counts as none."
      ),
      ("date", "The day of the meeting, such as 2026-03-31."),
      ("forum", "The code of the forum in the register; leave it as it is, blank for a new one."),
      ("name", "What the meeting is called."),
      ("kind", "The kind of forum: " + kinds.joined(separator: ", ") + ", or a word of your own."),
      ("attendees", "How many people of the trust attended."),
      ("deputies", "How many of them stood in for a director."),
      ("hours", "How long the meeting lasted, such as 1.5."),
      ("preparation", "Hours of preparation of all attendees of the trust together."),
      ("travel", "Hours of travel and setting up of all attendees of the trust together."),
      ("trust", "Whose diary it is; leave it as it is, blank in a row of your own."),
      (
        "When it is full",
        "Save the sheet Diary as comma-separated values (CSV UTF-8), then: footprints diary "
          + "\(load.trust.id) --import diary.csv -o measured.csv\(options)"
      ),
    ]
    return Sheet(
      name: "How to", widths: [18, 110],
      rows: entries.map {
        [.text($0.0, CellStyle(isBold: true, wraps: true)), .text($0.1, .prose)]
      }
    )
  }
}
