import Governance

/// The table of a diary.
public enum DiaryFile {
  /// The columns, as the template has them.
  public static let header = needed + [trustColumn]

  /// The columns that must be there.
  static let needed = [
    "date", "forum", "name", "kind", "attendees", "deputies", "hours", "preparation", "travel",
    "notes",
  ]

  /// The column that says whose diary it is, which may be missing or blank.
  static let trustColumn = "trust"

  /// The most bytes of a name or notes.
  static let textLimit = 1_000
}

extension UserFileReader {
  /// Reads a diary that was filled in.
  ///
  /// A row without a date and figures is a forum that did not meet. Dates may be written as
  /// spreadsheets in Britain save them, day first. A diary that says that it is another trust's is
  /// refused; one that does not say whose it is, is read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - trust: whose diary it is.
  ///   - register: the register, for the codes of forums.
  ///   - kinds: the kinds of forum of which parameters are known.
  ///   - from: the first day of the two weeks; `nil` for the first date in the diary.
  public func diary(
    at path: String, of trust: Code, beside register: Register, kinds: [String],
    from: CalendarDate?
  ) -> UserFileResult<Diary> {
    switch bytes(of: path) {
    case .failure(let reason):
      return UserFileResult(value: nil, diagnostics: [reason.diagnostic])
    case .success(let bytes):
      return diary(
        in: bytes, file: path, of: trust, beside: register, kinds: kinds, from: from)
    }
  }

  /// The first date in a diary, before it is known on what day to look at the register.
  ///
  /// - Parameter path: the file.
  /// - Returns: `nil` if it cannot be read, or its dates are none or not of two weeks; ``diary(at:of:beside:kinds:from:)`` says
  ///   what is wrong.
  public func firstDay(ofDiaryAt path: String) -> CalendarDate? {
    guard case .success(let bytes) = bytes(of: path) else { return nil }
    let table = UserTable(bytes, file: path, columns: DiaryFile.needed, limits: limits)
    let dates = table.rows.compactMap { DiaryDraft.date(in: table.text($0, "date")) }
    guard let first = dates.min(), dates.allSatisfy({ Diary.covers($0, from: first) }) else {
      return nil
    }
    return first
  }

  func diary(
    in bytes: [UInt8], file path: String, of trust: Code, beside register: Register,
    kinds: [String], from: CalendarDate?
  ) -> UserFileResult<Diary> {
    var draft = DiaryDraft(
      table: UserTable(
        bytes, file: path, columns: DiaryFile.needed, optional: [DiaryFile.trustColumn],
        limits: limits),
      forums: Dictionary(
        register.forums.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      kinds: kinds)
    return draft.read(trust, from: from)
  }
}

/// A diary while it is read.
private struct DiaryDraft {
  var table: UserTable
  let forums: [Code: Forum]
  let kinds: [String]
  private var meetings: [(row: Int, meeting: DiaryMeeting)] = []
  private var dates: [(row: Int, date: CalendarDate)] = []
  private var lines: [Key: Int] = [:]

  private struct Key: Hashable {
    let date: CalendarDate
    let forum: Code?
    let name: String
    let kind: String
  }

  init(table: UserTable, forums: [Code: Forum], kinds: [String]) {
    self.table = table
    self.forums = forums
    self.kinds = kinds
  }

  mutating func read(_ trust: Code, from: CalendarDate?) -> UserFileResult<Diary> {
    checkTrust(trust)
    for row in table.rows { read(row) }
    guard let start = from ?? dates.map(\.date).min() else {
      if let first = table.rows.first {
        table.fail(
          first, "date", "No row has a date.",
          "Fill in the meetings that were held; with none at all, say with --from from when.")
      }
      return table.result(Diary(trust: trust, from: CalendarDate(daysSince1970: 0), meetings: []))
    }
    let diary = Diary(trust: trust, from: start, meetings: meetings.map(\.meeting))
    for (row, date) in dates where date < diary.from || date > diary.to {
      table.fail(
        row, "date",
        "\(date) is not within the two weeks from \(diary.from) to \(diary.to).",
        from == nil
          ? "Keep the meetings of two weeks only, or say with --from from when they are."
          : "Correct it, or give another --from.")
    }
    return table.result(diary)
  }

  /// Refuses the diary of another trust, once, where it first says so.
  private mutating func checkTrust(_ trust: Code) {
    for row in table.rows {
      let text = table.text(row, DiaryFile.trustColumn)
      guard !text.isEmpty, Code(text.uppercased()) != trust else { continue }
      table.fail(
        row, DiaryFile.trustColumn, "This is the diary of \(Quotation.of(text)), not of \(trust).",
        "Name the trust whose diary it is, or another file.")
      return
    }
  }

  private mutating func read(_ row: Int) {
    let figures = ["attendees", "deputies", "hours", "preparation", "travel"]
    let date = date(row)
    if table.text(row, "date").isEmpty {
      if figures.contains(where: { !table.text(row, $0).isEmpty }) {
        table.fail(row, "date", "\"date\" is blank, and figures are given.", "Fill it.")
      }
      return
    }
    let forum = forum(row)
    let kind = kind(row, of: forum)
    let attendees = table.number(row, "attendees", 1...1_000, isWhole: true)
    let deputies = table.number(row, "deputies", 0...1_000, isWhole: true)
    let hours = table.number(row, "hours", 0.05...24)
    let preparation = table.number(row, "preparation", 0...10_000)
    let travel = table.number(row, "travel", 0...10_000)
    table.needs(row, "attendees")
    table.needs(row, "hours")
    if let attendees, let deputies, deputies > attendees {
      table.fail(
        row, "deputies", "There are more deputies than attendees.",
        "Count deputies among the attendees.")
    }
    let texts = ["name", "notes"].map { text(row, $0) }
    guard let date else { return }
    dates.append((row, date))
    guard let kind, let attendees, let hours else { return }
    let meeting = DiaryMeeting(
      date: date, forum: forum, name: texts[0], kind: kind, attendees: attendees,
      deputies: deputies, hours: hours, preparation: preparation, travel: travel,
      notes: texts[1])
    checkRepeated(meeting, row)
    meetings.append((row, meeting))
  }

  private mutating func date(_ row: Int) -> CalendarDate? {
    let text = table.text(row, "date")
    if text.isEmpty { return nil }
    if let date = Self.date(in: text) { return date }
    table.fail(
      row, "date", "\(Quotation.of(text)) is no day.", "Write it as 2026-03-31 or 31/03/2026.")
    return nil
  }

  /// A day as spreadsheets in Britain write it, too: day first, with or without a time.
  static func date(in text: String) -> CalendarDate? {
    let day = text.split(separator: " ").first.map(String.init) ?? text
    return CalendarDate(iso: day) ?? DateGuess.iso(for: day).flatMap { .init(iso: $0) }
  }

  private mutating func forum(_ row: Int) -> Code? {
    let text = table.text(row, "forum")
    if text.isEmpty { return nil }
    if forums[Code(text)] != nil { return Code(text) }
    let question = Spelling.question(for: text, among: forums.keys.map(\.text))
    table.fail(
      row, "forum", "The register has no forum \(Quotation.of(text)).",
      question ?? "Leave it blank, and say under \"name\" what it is called.")
    return nil
  }

  private mutating func kind(_ row: Int, of forum: Code?) -> String? {
    let text = table.text(row, "kind")
    let recorded = forum.flatMap { forums[$0]?.kind }
    if text.isEmpty {
      if recorded == nil, table.text(row, "forum").isEmpty { table.needs(row, "kind") }
      return recorded
    }
    if let recorded, recorded != text {
      table.fail(
        row, "kind", "The register says that this forum is of kind \(recorded).",
        "Leave it blank, or correct the forum.")
      return nil
    }
    guard Code.isWellFormed(text) else {
      table.fail(
        row, "kind", "\(Quotation.of(text)) is no kind of forum.",
        "Write one such as place_board, in letters, digits and underscores.")
      return nil
    }
    if !kinds.contains(text), recorded == nil {
      table.warn(
        row, "kind", "No parameters of the kind \(Quotation.of(text)) are known.",
        Spelling.question(for: text, among: kinds) ?? "It will be listed outside the model.")
    }
    return text
  }

  private mutating func text(_ row: Int, _ column: String) -> String {
    let text = table.text(row, column)
    if let refused = TextRules.firstRefused(in: text, allowsLineBreaks: column == "notes") {
      table.fail(
        row, column,
        "It holds the character U+\(String(refused.scalar.value, radix: 16, uppercase: true)).",
        "Remove it.")
    }
    if text.utf8.count > DiaryFile.textLimit {
      table.fail(
        row, column, "It is over \(DiaryFile.textLimit) bytes long.", "Make it shorter.")
    }
    return text
  }

  private mutating func checkRepeated(_ meeting: DiaryMeeting, _ row: Int) {
    let key = Key(
      date: meeting.date, forum: meeting.forum, name: meeting.name, kind: meeting.kind)
    if let line = lines[key] {
      table.fail(
        row, "date", "Line \(line) has the same meeting on the same day.",
        "Keep one of the two, or tell them apart by name.")
    } else {
      lines[key] = table.line(row)
    }
  }
}
