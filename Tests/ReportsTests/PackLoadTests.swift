import DataPackage
import Foundation
import Governance
import Testing

@testable import Reports

/// Governance load in a pack.
struct PackLoadTests {
  private func content(_ change: (inout Register) -> Void = { _ in }) throws -> PackContent {
    var register = try exampleRegister()
    change(&register)
    return PackContent(register: register, date: exampleDay, regime: try exampleRegime())
  }

  private func files() async throws -> [String: Data] {
    try await PackCache.shared.files(of: .example)
  }

  private func page(_ path: String) async throws -> ParsedPage {
    let data = try #require(try await files()[path], "\(path)")
    return try #require(ParsedPage(data))
  }

  private func parsed(_ page: Page) throws -> ParsedPage {
    let frame = PageFrame(title: "t", day: "d", attribution: [])
    return try #require(ParsedPage(Data(frame.text(of: page).utf8)))
  }

  /// The cells of the rows of a table, by the beginning of its caption.
  private func rows(of page: ParsedPage, caption: String) -> [[String]] {
    var rows: [[String]] = []
    var isInside = false
    for element in page.elements {
      switch element.name {
      case "caption": isInside = element.text.hasPrefix(caption)
      case "tr" where isInside && element.path.contains("tbody"): rows.append([])
      case "th" where isInside && element.path.contains("tbody"), "td" where isInside:
        rows[rows.count - 1].append(element.text.trimmingCharacters(in: .whitespacesAndNewlines))
      default: break
      }
    }
    return rows
  }

  /// The ranking worked out apart from the pack.
  private func report() throws -> LoadReport {
    let register = try exampleRegister()
    let graph = AccountabilityGraph(register, on: exampleDay, under: try exampleRegime())
    return LoadReport(
      LoadModel(graph, book: ParameterBook(register.parameters)), in: graph)
  }

  @Test func theRankingIsThatOfTheCommand() async throws {
    let report = try report()
    let page = try await page("load.html")
    let table = rows(of: page, caption: "Governance load of every trust")
    #expect(table.count == report.rows.count && !table.isEmpty)
    for (cells, row) in zip(table, report.rows) {
      let spread = row.summary.headline
      #expect(cells[1] == row.summary.trust.text)
      #expect(
        Array(cells[2...6]) == [
          String(row.rank), LoadWording.hours(spread.mode),
          LoadWording.hours(spread.median.value),
          "\(LoadWording.hours(spread.p10.value))–\(LoadWording.hours(spread.p90.value))",
          Wording.percentage(row.summary.unvalidatedShare),
        ])
    }
    let files = try await files()
    #expect(files["downloads/tables/load.csv"] == Data(LoadTable(report).csv.utf8))
    #expect(
      try files["downloads/tables/load.json"] == JSONDocument.bytes(LoadDocument(report)))
    // Seed, draws and errors are said.
    let facts = page.all("dd").map(\.text)
    #expect(facts.contains("10,000") && facts.contains("20261121"))
  }

  @Test func everyTrustStandsInTheChartOfItsSectors() throws {
    let content = try content()
    let load = try #require(content.load)
    let charts = LoadCharts(load: load, atlas: content.atlas)
    for row in load.known {
      let sectors = content.atlas.organisations(of: .trust)
        .first { $0.id == row.summary.trust }!.sectors
      let groups = charts.rankings.filter { _, figures in
        figures.contains { figure in
          figure.chart.table.rows.contains { $0[0].contains("(\(row.summary.trust))") }
        }
      }
      #expect(groups.map(\.group.stem).sorted() == sectors.map(\.rawValue).sorted())
    }
    for figure in charts.all {
      #expect(figure.chart.alternativeText.count <= 120)
      #expect(!figure.chart.description.isEmpty && !figure.chart.table.rows.isEmpty)
    }
    let names = charts.all.map(\.chart.name)
    #expect(names.count == Set(names).count)
  }

  @Test func everyAssumptionStandsOnTheEvidencePageWithWhomItMoves() async throws {
    let report = try report()
    let evidence = LoadEvidence(report.simulation.equations)
    #expect(evidence.assumptions.count > 3)
    let page = try await page("load-evidence.html")
    let table = rows(of: page, caption: "Figures that move a trust")
    #expect(table.count == evidence.assumptions.count)
    for (cells, figure) in zip(table, evidence.assumptions) {
      #expect(cells[1] == LoadWording.range(figure.input.range))
      #expect(cells[4] == String(figure.moved.count))
      for move in figure.moved {
        #expect(cells[5].contains("\(move.trust) \(LoadWording.move(move.atLow, move.atHigh))"))
      }
    }
    // Every figure of any hour of any trust is on the page, with its origin.
    let all = rows(of: page, caption: "Figures of the model")
    var references: Set<String> = []
    for part in report.model.trusts.flatMap(\.terms).flatMap(\.parts) {
      for factor in part.factors where factor.identity != nil {
        references.insert("\(factor.symbol.rawValue)|\(factor.origin.reference)")
      }
    }
    #expect(all.count == references.count && !all.isEmpty)
    let templates = rows(of: page, caption: "Templates and the hours")
    let used = Set(
      report.model.trusts.flatMap(\.terms).compactMap { term -> String? in
        if case .template(let id) = term.ground { id } else { nil }
      })
    #expect(Set(templates.map { $0[0] }) == used)
  }

  @Test func theRowsOfAProviderAddUpToItsLoad() async throws {
    let report = try report()
    for footprint in try content().providers {
      let code = footprint.provider.id
      let page = try await page("providers/\(code).html")
      let load = try #require(report.load(of: code))
      let own =
        rows(of: page, caption: "Meetings of \(load.trust.name)")
        + rows(of: page, caption: "Returns, reviews and contracts of \(load.trust.name)")
      let sum = own.reduce(0) {
        $0 + ($1.last! == "not known" ? 0 : Double($1.last!.replacing(",", with: "")) ?? .nan)
      }
      #expect(abs(sum - load.mode) <= 0.05 * Double(own.count) + 1e-6, "\(code)")
      // What no record shows is marked.
      let modelled = own.filter { $0.contains { $0.hasPrefix("modelled") } }
      let groups = LoadTermGroup.groups(load.terms)
      #expect(modelled.count == groups.count { $0.term.isModelled }, "\(code)")
      #expect(own.count == groups.count)
      #expect(
        own.count { $0.last! == "not known" } == groups.count { $0.term.parts.isEmpty }, "\(code)")
      #expect(page.ids.contains("load"))
      #expect(page.ids.contains("figure-load-of-\(code)"))
      #expect(try await files()["downloads/load/\(code).csv"] != nil)
    }
  }

  /// Works out `13 · ( 0.29·6·2 + 6·(1 − 0.5) )`.
  private func value(_ text: String) throws -> Double {
    var rest = Substring(text.filter { $0 != " " && $0 != "," })
    func sum() throws -> Double {
      var total = try product()
      while let sign = rest.first, sign == "+" || sign == "−" {
        rest.removeFirst()
        total += try (sign == "+" ? 1 : -1) * product()
      }
      return total
    }
    func product() throws -> Double {
      var total = try factor()
      while rest.first == "·" {
        rest.removeFirst()
        total *= try factor()
      }
      return total
    }
    func factor() throws -> Double {
      if rest.first == "(" {
        rest.removeFirst()
        let inner = try sum()
        #expect(rest.first == ")")
        rest = rest.dropFirst()
        return inner
      }
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(digits.count)
      return try #require(Double(digits), "\(text)")
    }
    let result = try sum()
    #expect(rest.isEmpty, "\(text)")
    return result
  }

  @Test func theTrustWorkedByHandComesToItsLoad() async throws {
    let page = try await page("load-method.html")
    func caption(_ ending: String) throws -> String {
      try #require(page.all("caption").map(\.text).first { $0.hasSuffix(ending) })
    }
    let steps = rows(of: page, caption: try caption(": each row worked out"))
    let sum = rows(of: page, caption: try caption(": the sum"))
    let name = try caption(": the sum").replacing(": the sum", with: "")
    let load = try #require(try report().model.trusts.first { $0.trust.name == name })
    #expect(steps.count == LoadTermGroup.groups(load.terms).count && !steps.isEmpty)
    #expect(steps.contains { $0[1] == "not known" } == load.terms.contains { $0.parts.isEmpty })
    var total = 0.0
    for step in steps where step[1] != "not known" {
      let hours = try #require(Double(step[2].replacing(",", with: "")))
      #expect(abs(try value(step[1]) - hours) < 0.0006, "\(step)")
      total += try value(step[1])
    }
    #expect(abs(load.mode - total) < 0.001)
    #expect(abs(try #require(Double(sum.last![1].replacing(",", with: ""))) - total) < 0.001)
  }

  @Test func whatIsNotKnownIsNotZero() throws {
    let trust: Code = "AMB"
    let content = try content { register in
      register.relations.removeAll { $0.subject == trust && $0.kind == .serves }
      register.seats.removeAll { $0.organisation == trust }
      register.parties.removeAll { $0.organisation == trust }
    }
    let load = try #require(content.load)
    #expect(load.unknown.map(\.summary.trust) == [trust])
    #expect(!load.evidence.assumptions.flatMap(\.moved).contains { $0.trust == trust })
    let known = load.known.reduce(0) { $0 + $1.summary.headline.mode }
    #expect(abs(load.evidence.total - known) < 1e-9 && abs(load.sum.mode - known) < 1e-9)
    let charts = LoadCharts(load: load, atlas: content.atlas)
    // No swing goes past the sum that is its zero from both sides: what is not known is in neither.
    for swing in charts.swings {
      let (low, high) = (min(swing.atLow, swing.atHigh), max(swing.atLow, swing.atHigh))
      #expect(low <= load.sum.mode + 1e-9 && load.sum.mode <= high + 1e-9)
    }
    for figure in charts.all {
      #expect(!figure.chart.table.rows.contains { $0[0].contains("(\(trust))") })
    }
    let page = try parsed(LoadPage(content: content, load: load, charts: charts).page())
    let row = try #require(
      rows(of: page, caption: "Governance load of every trust").first { $0[1] == trust.text })
    #expect(row.dropFirst(2).allSatisfy { $0 == "not known" })
    #expect(page.all("li").contains { $0.text.contains("No ICS is on record for these") })
  }

  @Test func aGapIsListedAndMarked() throws {
    let content = try content { register in
      register.parameters.removeAll { $0.symbol == "w" }
    }
    let load = try #require(content.load)
    let charts = LoadCharts(load: load, atlas: content.atlas)
    let page = try parsed(LoadPage(content: content, load: load, charts: charts).page())
    #expect(page.all("li").contains { $0.text.contains("No w (") })
    #expect(
      charts.rankings.flatMap(\.charts).contains {
        $0.chart.table.rows.contains { $0[0].hasSuffix("+") }
      })
    let provider = try #require(content.providers.first?.provider.id)
    let part = try #require(LoadSection(of: provider, in: content))
    var citations = Citations()
    let section = try parsed(
      Page(
        path: SiteMap.load, section: .load, heading: "h", summary: "s",
        body: part.section(&citations)))
    #expect(section.all("li").contains { $0.text.contains("No w (") })
    let meetings = rows(of: section, caption: "Meetings of")
    // The column of w.
    #expect(!meetings.isEmpty && meetings.allSatisfy { $0[8] == "not known" })
  }

  @Test func withoutRulesAPackHasNoLoad() async throws {
    let files = try await PackCache.shared.files(of: .earlier)
    #expect(!files.keys.contains { $0.hasPrefix("load") || $0.contains("load-of-") })
    let data = try #require(files["data.html"].flatMap { ParsedPage($0) })
    #expect(data.all("p").contains { $0.text.contains("No figure of this pack rests on them.") })
  }
}
