import Foundation
import Testing

@testable import Workbook

/// Writes workbooks and reads them back with a reader of its own, in Python.
@Suite struct SpreadsheetTests {
  private let sample = Spreadsheet(
    title: "A “title” & more",
    sheets: [
      Sheet(
        name: "In & out", widths: [30, 12],
        rows: [
          [.text("What", .heading), .text("Hours", .heading)],
          [.text("=1+1"), .number(2.5, .two)],
          [.text("+44, -3, @x and <b>&amp;</b> “é” 😀"), .number(0.1 + 0.2, .general, .input)],
          [.text("line one\nline two\r_x0041_ \u{0}\u{1F}\u{FFFF}"), .blank],
          [SheetCell(.date(year: 2026, month: 3, day: 31))],
        ], frozenRows: 1, frozenColumns: 1),
      Sheet(
        name: "It's",
        rows: [
          [
            .formula("PRODUCT('In & out'!B2:B5)*2", cached: 1.5),
            .formula("=SUM(Hours)", cached: 2.8),
          ]
        ]),
    ], names: [DefinedName("Hours", range: "'In & out'!$B$2:$B$5")])

  @Test func readsBackWhatWasWritten() throws {
    let book = try ReadBack(sample.bytes())
    #expect(book.names == ["hours": "'In & out'!$B$2:$B$5"])
    #expect(book.sheets.map(\.name) == ["In & out", "It's"])
    let cells = book.sheets[0].cells
    #expect(cells["A2"] == .init(kind: "text", value: .text("=1+1")))
    #expect(cells["A3"]?.value == .text("+44, -3, @x and <b>&amp;</b> “é” 😀"))
    #expect(cells["B2"]?.value == .number(2.5))
    // The library beneath keeps 16 significant digits.
    #expect(cells["B3"]?.value == .number(0.3))
    #expect(
      cells["A4"]?.value == .text("line one\nline two\n_x0041_ \u{FFFD}\u{FFFD}\u{FFFD}"))
    // Days since 1899-12-30.
    #expect(cells["A5"]?.value == .number(46112))
    let results = book.sheets[1].cells
    #expect(results["A1"]?.formula == "PRODUCT('In & out'!B2:B5)*2")
    #expect(results["A1"]?.stored == 1.5)
    #expect(results["A1"]?.value == .number(1.5))
    #expect(results["B1"]?.value == .number(2.8))
  }

  @Test func keepsViewStylesAndTitle() throws {
    let archive = try ReadBack.parts(sample.bytes())
    let sheet = try #require(archive["xl/worksheets/sheet1.xml"])
    #expect(sheet.contains("<pane xSplit=\"1\" ySplit=\"1\""))
    #expect(sheet.contains("<col min=\"1\" max=\"1\" width=\"30.7109375\""))
    let styles = try #require(archive["xl/styles.xml"])
    #expect(styles.contains("<b/>"))
    #expect(styles.contains("yyyy-mm-dd"))
    #expect(styles.contains("FFFFF4CC"))
    let properties = try #require(archive["docProps/core.xml"])
    #expect(properties.contains("<dc:title>A “title” &amp; more</dc:title>"))
    #expect(properties.contains("2000-01-01T00:00:00Z"))
  }

  @Test func sameContentGivesTheSameBytes() async throws {
    let first = try sample.bytes()
    try await Task.sleep(for: .milliseconds(1_100))
    #expect(try sample.bytes() == first)
    var other = sample
    other.sheets[0].rows[1][1] = .number(2.6, .two)
    #expect(try other.bytes() != first)
  }

  @Test(arguments: [
    (Spreadsheet(title: "", sheets: []), WorkbookError.noSheets),
    (book(Sheet(name: "")), .sheetName("")),
    (book(Sheet(name: "a/b")), .sheetName("a/b")),
    (book(Sheet(name: "'a")), .sheetName("'a")),
    (book(Sheet(name: tooLong)), .sheetName(tooLong)),
    (book(Sheet(name: "One"), Sheet(name: "ONE")), .repeatedSheetName("ONE")),
    (
      book(Sheet(name: "a", rows: [[.blank, .number(.nan)]])),
      .notFinite(sheet: "a", cell: CellReference(row: 0, column: 1))
    ),
    (
      book(Sheet(name: "a", rows: [[.formula("1/0", cached: .infinity)]])),
      .notFinite(sheet: "a", cell: CellReference(row: 0, column: 0))
    ),
    (
      book(Sheet(name: "a", rows: [[.formula("", cached: 0)]])),
      .formula(sheet: "a", cell: CellReference(row: 0, column: 0))
    ),
    (
      book(Sheet(name: "a", rows: [[.text(String(repeating: "x", count: 32_768))]])),
      .textTooLong(sheet: "a", cell: CellReference(row: 0, column: 0))
    ),
    (
      book(Sheet(name: "a", rows: [[SheetCell(.date(year: 2026, month: 2, day: 29))]])),
      .date(sheet: "a", cell: CellReference(row: 0, column: 0))
    ),
    (
      Spreadsheet(
        title: "", sheets: [Sheet(name: "a")], names: [DefinedName("AB12", range: "a!$A$1")]),
      .definedName("AB12")
    ),
    (
      Spreadsheet(
        title: "", sheets: [Sheet(name: "a")],
        names: [DefinedName("x_1", range: "a!$A$1"), DefinedName("X_1", range: "a!$A$1")]),
      .definedName("X_1")
    ),
  ])
  func refusesWhatTheFormatCannotHold(spreadsheet: Spreadsheet, error: WorkbookError) {
    #expect(throws: error) { try spreadsheet.bytes() }
  }

  @Test func takesWhatJustFits() throws {
    let name = String(Self.tooLong.dropLast())
    let text = String(repeating: "x", count: 32_767)
    let book = try ReadBack(Self.book(Sheet(name: name, rows: [[.text(text)]])).bytes())
    #expect(book.sheets[0].name == name)
    #expect(book.sheets[0].cells["A1"]?.value == .text(text))
  }

  @Test func columnsAreCountedInLetters() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702, 16_383].map(CellReference.letters) == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
      ])
    #expect(
      CellReference.range(rows: 1...8, column: 1, in: "It's 2") == "'It''s 2'!$B$2:$B$9")
  }

  private static let tooLong = String(repeating: "s", count: 32)

  private static func book(_ sheets: Sheet...) -> Spreadsheet {
    Spreadsheet(title: "", sheets: sheets)
  }
}
