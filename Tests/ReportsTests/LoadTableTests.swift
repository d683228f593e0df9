import Governance
import Testing
import Workbook

@testable import Reports

/// Loads as CSV and as a workbook, and the diary to fill in.
@Suite struct LoadTableTests {
  @Test func theTableIsThatOfTheReport() throws {
    let report = LoadCase.report()
    let rows = cells(LoadTable(report).csv)
    #expect(rows[0] == LoadTable.header)
    #expect(rows.count == 4 && rows.allSatisfy { $0.count == LoadTable.header.count })
    let column = Dictionary(uniqueKeysWithValues: zip(LoadTable.header, 0...))
    func figure(_ row: Int, _ name: String) throws -> Double? {
      Double(rows[row][try #require(column[name])])
    }
    for (index, row) in report.rows.enumerated() {
      let (spread, place) = (row.spread, index + 1)
      #expect(rows[place][1] == row.summary.trust.text)
      #expect(try figure(place, "mode") == spread.mode)
      #expect(try figure(place, "median") == spread.median.value)
      #expect(try figure(place, "p10") == spread.p10.value)
      #expect(try figure(place, "p90") == spread.p90.value)
      #expect(try figure(place, "low") == spread.interval.lowerBound)
      #expect(try figure(place, "high") == spread.interval.upperBound)
      #expect(try figure(place, "standardErrorMedian") == spread.median.standardError)
      #expect(try figure(place, "standardErrorP10") == spread.p10.standardError)
      #expect(try figure(place, "standardErrorP90") == spread.p90.standardError)
      for component in LoadComponent.allCases {
        #expect(
          try figure(place, component.rawValue) == row.summary.components[component]?.mode)
      }
      #expect(try figure(place, "unvalidatedShare") == row.summary.unvalidatedShare)
      #expect(try figure(place, "exceedsNext") == row.exceedsNext)
      #expect(try figure(place, "gaps") == Double(row.summary.gaps.count))
    }
    #expect(rows[3][try #require(column["exceedsNext"])].isEmpty, "the last exceeds nobody known")
  }

  /// A name that a spreadsheet would run is kept from it, and its quotes and commas stay its own.
  @Test func namesAreNoFormulas() throws {
    let ranking = cells(LoadTable(LoadCase.report()).csv)
    #expect(ranking[1][2] == "'" + LoadCase.hostile)
    let why = cells(LoadWhyTable(try LoadCase.explanation()).csv)
    #expect(why[1][3] == "'=SUM(A1)")
  }

  @Test func everyProductOfTheReasonsAddsUp() throws {
    let explanation = try LoadCase.explanation(reconciles: true)
    let rows = cells(LoadWhyTable(explanation).csv)
    let header = LoadWhyTable.header
    #expect(rows[0] == header)
    let column = Dictionary(uniqueKeysWithValues: zip(header, 0...))
    var total = 0.0
    for row in rows.dropFirst() {
      let factors = try LoadSymbol.allCases.compactMap { symbol -> Double? in
        // The hours of the product have a column of the same name as the hours of a day.
        guard let place = column[symbol.rawValue], symbol != .hours, !row[place].isEmpty else {
          return nil
        }
        let value = try #require(Double(row[place]))
        return symbol == .sigma ? 1 - value : value
      }
      let places = [try #require(column["multiplicity"]), try #require(column["hours"])]
      let (times, hours) = (
        try #require(Double(row[places[0]])), try #require(Double(row[places[1]]))
      )
      #expect(abs(factors.reduce(times, *) - hours) < 1e-9)
      if row[0] == "headline" { total += hours }
    }
    #expect(abs(total - explanation.load.mode) < 1e-9)
    #expect(rows.last?.first == "reconciliation")
    let plain = cells(LoadWhyTable(try LoadCase.explanation()).csv)
    #expect(plain.allSatisfy { $0[0] != "reconciliation" })
  }

  @Test func figuresReadBackAsTheyWere() {
    for value in [0, 1, 12.5, 0.1 + 0.2, 1e15, 1e300, 1234.0, 1.0 / 3] {
      #expect(Double(LoadTable.figure(value)) == value)
    }
    #expect(LoadTable.figure(12) == "12")
  }

  // MARK: - Workbook

  private func sheet(_ book: Spreadsheet, _ name: String) throws -> Sheet {
    try #require(book.sheets.first { $0.name == name })
  }

  @Test func theWorkbookHasARowForEachProductAndParameter() throws {
    let report = LoadCase.report()
    let book = LoadWorkbook(report).spreadsheet
    #expect(book.sheets.map(\.name) == ["Results", "Parameters", "Inputs", "Notes"])
    let parts = report.model.trusts.flatMap { $0.terms.flatMap(\.parts) }
    let inputs = try sheet(book, "Inputs")
    #expect(inputs.rows.count == 1 + parts.count)
    #expect(
      Set(book.names.map(\.range)).allSatisfy { $0.hasSuffix("$\(parts.count + 1)") },
      "names reach to the last product")
    let parameters = try sheet(book, "Parameters")
    let ids = parameters.rows.dropFirst().map { $0[0].content }
    #expect(Set(ids).count == ids.count)
    // What plays no part in the headline is not there to be changed in vain.
    for id in ["*-delta", "reconciliation-kappa", "capacity-days"] {
      #expect(!ids.contains(.text(id)), "\(id)")
    }
    #expect(ids.contains(.text("return-sigma")))
    let results = try sheet(book, "Results")
    #expect(results.rows.count == 2 + report.rows.count + 1)
    #expect(results.rows[2][1].content == .text(LoadCase.hostile), "a name stays a text")
    for (row, found) in zip(report.rows, results.rows.dropFirst(2)) {
      guard case .formula(_, let cached) = found[6].content else {
        Issue.record("the total is no formula")
        continue
      }
      #expect(cached == row.summary.headline.mode)
      #expect(found[10].content == .number(row.summary.headline.median.value))
    }
    _ = try book.bytes()
  }

  @Test func aTrustWithoutLoadHasAWorkbookToo() throws {
    let book = LoadWorkbook(LoadCase.report(of: ["RCC"]))
    #expect(try sheet(book.spreadsheet, "Inputs").rows.count == 1)
    #expect(try !book.bytes().isEmpty)
  }

  // MARK: - Diary

  @Test func theDiaryHasARowForEachForum() throws {
    let report = LoadCase.report()
    let load = try #require(report.load(of: "RAA"))
    let template = DiaryTemplate(of: load, in: report.graph, from: nil)
    let rows = cells(template.csv)
    #expect(
      rows.map { Array($0[1...3]) } == [
        ["forum", "name", "kind"], ["F1", "'=SUM(A1)", "board"], ["F2", "Open", "board"],
      ])
    #expect(rows.dropFirst().allSatisfy { $0[0].isEmpty && $0[4..<10].allSatisfy(\.isEmpty) })
    #expect(rows.map { $0[10...].joined() } == ["trust", "RAA", "RAA"])
    let later = DiaryTemplate(of: load, in: report.graph, from: LoadCase.date)
    #expect(try template.workbookBytes() == template.workbookBytes())
    #expect(try template.workbookBytes() != later.workbookBytes(), "the days are said in it")
    #expect(template.csv == later.csv)
  }
}
