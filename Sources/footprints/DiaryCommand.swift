import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

struct DiaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diary",
    abstract: "Makes a two-week diary of meetings for a trust, and measures parameters from it.",
    discussion: """
      Without --import it writes a diary to fill in, with the forums that the trust is expected to \
      attend: CSV, or a workbook if the file ends in .xlsx. Fill in a row for each meeting of others \
      that anyone of the trust attends in two weeks; save a workbook as CSV.

      The forums are those of the first of the two weeks, unless --on names another day: of --from, \
      or of the first date in the diary that is imported.

      With --import it turns a diary that was filled in into parameters of the trust, says what was \
      assumed, and shows the load before and after. footprints load --parameters uses the file.

      EXAMPLES
        footprints diary RYA -o diary.xlsx --from 2026-03-02
        footprints diary RYA --import diary.csv -o measured.csv
        footprints load RYA --parameters measured.csv
      """)

  @Argument(help: "The code of a trust, or words of its name.")
  var trust: String

  @OptionGroup var options: DataOptions

  @OptionGroup var regime: RegimeOptions

  @OptionGroup var loads: LoadOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; without it a diary to fill in goes to standard output.",
      valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The first day of the two weeks. Default for --import: the first date in the diary.",
      valueName: "date"),
    transform: CalendarDate.day(typed:))
  var from: CalendarDate?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp("A diary that was filled in, as CSV.", valueName: "file"))
  var filled: String?

  func validate() throws {
    if let filled {
      guard let output else { throw ValidationError("--import needs -o, the file to write.") }
      guard !Self.isWorkbook(output) else {
        throw ValidationError("parameters are written as CSV: name a file that ends in .csv.")
      }
      guard !Self.isSameFile(filled, output) else {
        throw ValidationError("-o names the diary itself, which would be lost: name another file.")
      }
    }
    if let filled, Self.isWorkbook(filled) {
      throw ValidationError(
        "--import reads CSV: save the sheet “Diary” of \(filled) as comma-separated values.")
    }
  }

  private static func isWorkbook(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".xlsx")
  }

  private static func isSameFile(_ one: String, _ other: String) -> Bool {
    let paths = [one, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    return paths[0] == paths[1]
  }

  func run() throws {
    let first = from ?? filled.flatMap { UserFileReader().firstDay(ofDiaryAt: $0) }
    let day = options.on ?? first ?? options.date
    noteOutside(first)
    let graph = try RegisterAccess(options, on: day).accountability(regime)
    let trust = try graph.atlas.organisation(named: trust, kinds: [.trust])
    let register = graph.atlas.register
    let users = try loads.usersParameters(beside: register)
    let book = ParameterBook(register.parameters, overriding: users)
    let model = LoadModel(graph, book: book, of: [trust.id])
    guard let load = model.load(of: trust.id) else {
      throw Failure("\(trust.id) is not in force on \(day.longForm)")
    }
    guard let filled, let output else {
      let template = DiaryTemplate(
        of: load, in: graph, from: from, options: loads.retyped(options, regime))
      return try writeTemplate(template)
    }
    let kinds = Set(book.parameters.map(\.record.forumKind)).sorted()
    let diary = try UserFile.value(
      UserFileReader().diary(
        at: filled, of: trust.id, beside: register, kinds: kinds, from: from), of: filled)
    noteForeign(diary, load, file: filled)
    loads.noteUnused(of: users, in: model, book)
    let estimate = DiaryEstimate(diary, of: load, book: book, under: graph.regime)
    try write(estimate, to: output)
    let after = LoadModel(
      graph, book: ParameterBook(register.parameters, overriding: estimate.joined(to: users)),
      of: [trust.id])
    let comparison = DiaryComparison(
      estimate, before: model, after: after, settings: loads.settings, file: output)
    let text = DiaryText(
      comparison, in: graph,
      options: loads.retyped(options, regime, on: day, parameters: output))
    try Output.write(text.lines)
  }

  /// Warns of a day that was named outside the two weeks: its boards may not be theirs.
  private func noteOutside(_ first: CalendarDate?) {
    guard let first, let day = options.on, !Diary.covers(day, from: first) else { return }
    let last = first.adding(days: Diary.days - 1)
    Output.note(
      "warning: --on \(day) is outside the two weeks from \(first) to \(last): the forums are those "
        + "of \(day.longForm). Leave --on out to take those of the two weeks.")
  }

  /// Warns of a diary that may be another trust's, or of another time.
  private func noteForeign(_ diary: Diary, _ load: TrustLoad, file: String) {
    guard diary.isMostlyForeign(to: DiaryForum.expected(of: load)) else { return }
    Output.note(
      "\(file): warning: most of the forums it names are none that \(load.trust.id) is expected to "
        + "attend. Look whether it is the diary of \(load.trust.name).")
  }

  private func write(_ estimate: DiaryEstimate, to path: String) throws {
    guard !estimate.parameters.isEmpty else {
      throw Failure("the diary says too little to measure any parameter; nothing was written")
    }
    try OutputFile.write(try ParameterFile.bytes(of: estimate.parameters), to: path)
  }

  private func writeTemplate(_ template: DiaryTemplate) throws {
    guard let output else {
      try Output.write(Data(template.csv.utf8))
      return
    }
    let bytes =
      Self.isWorkbook(output) ? try template.workbookBytes() : Array(template.csv.utf8)
    try OutputFile.writeNew(bytes, to: output)
    try Output.write([output])
  }
}
