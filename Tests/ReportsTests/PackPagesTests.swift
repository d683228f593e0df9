import DataPackage
import Foundation
import Governance
import Testing

@testable import Reports

/// What is true of every page of a pack, whatever is in it.
struct PackPagesTests {
  /// Registers whose packs are checked: the example on both its days, one full of hostile text, and
  /// one with nothing in it.
  enum Case: CaseIterable, Sendable {
    case example, earlier, hostile, empty

    func register() throws -> Register {
      switch self {
      case .example, .earlier: try exampleRegister()
      case .hostile: try hostileRegister()
      case .empty: Register()
      }
    }

    var date: CalendarDate {
      self == .earlier ? CalendarDate(iso: "2024-01-01")! : exampleDay
    }

    /// The rules of the day; one case goes without.
    func regime() throws -> Regime? { self == .earlier ? nil : try exampleRegime() }
  }

  private func files(of which: Case) async throws -> [String: Data] {
    try await PackCache.shared.files(of: which)
  }

  private func pages(of files: [String: Data]) throws -> [String: ParsedPage] {
    var pages: [String: ParsedPage] = [:]
    for (path, data) in files where path.hasSuffix(".html") {
      let page: ParsedPage = try #require(ParsedPage(data), "\(path) is not well-formed")
      pages[path] = page
    }
    return pages
  }

  /// The file a reference leads to, from the page that holds it.
  private func target(of reference: String, from page: String) -> (path: String, anchor: String?) {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 ? String(parts[1]) : nil
    guard !parts[0].isEmpty else { return (page, anchor) }
    var path = page.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/") {
      if part == ".." { path.removeLast() } else { path.append(String(part)) }
    }
    return (path.joined(separator: "/"), anchor)
  }

  @Test(arguments: Case.allCases) func everyLinkLeadsSomewhere(which: Case) async throws {
    let files = try await files(of: which)
    let pages = try pages(of: files)
    var linked: Set<String> = []
    for (path, page) in pages {
      for reference in page.elements.compactMap({ $0.attributes["href"] }) {
        if reference.hasPrefix("https://") || reference.hasPrefix("http://") { continue }
        let (file, anchor) = target(of: reference, from: path)
        linked.insert(file)
        #expect(files[file] != nil, "\(path) links to \(reference)")
        if let anchor {
          #expect(pages[file]?.ids.contains(anchor) == true, "\(path) links to \(reference)")
        }
      }
    }
    // And every file can be reached, but for the mark of a pack.
    #expect(Set(files.keys).subtracting(linked) == [PackFolder.marker])
  }

  @Test(arguments: Case.allCases) func everyPageIsSound(which: Case) async throws {
    for (path, page) in try pages(of: await files(of: which)) {
      #expect(page.all("html").first?.attributes["lang"] == "en-GB")
      #expect(page.all("script").isEmpty && page.all("style").isEmpty)
      #expect(page.ids.count == Set(page.ids).count, "\(path) has an id twice")
      #expect(page.all("h1").count == 1)
      #expect(page.all("main").count == 1 && page.all("nav").count == 1)
      #expect(page.all("a").first?.attributes["href"] == "#content")
      let current = page.all("a").compactMap { $0.attributes["aria-current"] }
      let isHead = Page.Section.allCases.contains { $0.path.description == path }
      #expect(current == [isHead ? "page" : "true"])
      #expect(page.all("title").first?.text.isEmpty == false)
      let levels = page.elements.compactMap { ["h1": 1, "h2": 2, "h3": 3][$0.name] }
      for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
      for link in page.all("a") { #expect(!link.text.isEmpty) }
    }
  }

  @Test(arguments: Case.allCases) func everyTableHasACaptionAndHeaders(which: Case) async throws {
    for (path, page) in try pages(of: await files(of: which)) {
      #expect(page.all("table").count == page.all("caption").count)
      #expect(page.all("caption").allSatisfy { !$0.text.isEmpty })
      for cell in page.all("th") {
        let expected = cell.path.contains("thead") ? "col" : "row"
        #expect(cell.attributes["scope"] == expected, "\(path): \(cell.text)")
      }
    }
  }

  @Test(arguments: Case.allCases) func everyPictureHasWordsAndATable(which: Case) async throws {
    for (path, page) in try pages(of: await files(of: which)) {
      for figure in page.all("figure") {
        #expect(figure.attributes["id"] != nil)
      }
      let pictures = page.all("svg")
      #expect(pictures.count == page.all("figure").count)
      for picture in pictures {
        #expect(picture.attributes["role"] == "img")
        for id in (picture.attributes["aria-labelledby"] ?? "").split(separator: " ") {
          let words = page.elements.first { $0.attributes["id"] == String(id) }
          #expect(words?.text.isEmpty == false, "\(path): \(id)")
        }
      }
      let tables = page.all("table").filter { $0.path.contains("figure") }
      #expect(tables.count == pictures.count)
    }
  }

  @Test func hostileNamesComeOutAsText() async throws {
    let files = try await files(of: .hostile)
    let names = Set(try hostileRegister().organisations.filter { $0.kind == .region }.map(\.name))
    let pages = try pages(of: files)
    let headings = Set(
      pages.filter { $0.key.hasPrefix("regions/") }.compactMap {
        $0.value.all("h1").first?.text
      })
    #expect(headings == names)
    for (path, data) in files where path.hasSuffix(".html") || path.hasSuffix(".svg") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("javascript:"), "\(path)")
    }
    for page in pages.values {
      for element in page.elements {
        #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
      }
    }
  }

  @Test func aSpreadsheetRunsNothingOfAHostileTable() async throws {
    for (path, data) in try await files(of: .hostile)
    where path.hasSuffix(".csv") && !path.hasPrefix("downloads/register/") {
      let table = String(decoding: data, as: UTF8.self)
      #expect(!table.contains("\n=") && !table.contains(",=") && !table.contains(",\"="), "\(path)")
    }
  }
}

/// Packs that several tests look at, each made once.
actor PackCache {
  static let shared = PackCache()
  private var tasks: [PackPagesTests.Case: Task<[String: Data], any Error>] = [:]

  func files(of which: PackPagesTests.Case) async throws -> [String: Data] {
    let task =
      tasks[which]
      ?? Task {
        try await withTemporaryFolder { folder in
          let path = folder + "/pack"
          _ = try await PackWriter(
            register: which.register(), date: which.date, regime: which.regime(),
            renderer: StubRenderer()
          ).write(to: path)
          return try contents(of: path)
        }
      }
    tasks[which] = task
    return try await task.value
  }
}

/// The example with names, titles and addresses that try to be something else, as far as a package
/// can hold them: hidden characters are refused on loading.
func hostileRegister() throws -> Register {
  var register = try exampleRegister()
  let names = [
    "<script>alert(1)</script>", "\"\u{301} onmouseover=alert(1) x=\"", "'><svg onload=alert(1)>",
    "=HYPERLINK(\"http://example.org\")", "& &amp; &#38;", "\\G \\N ]; }", "\"];",
    String(repeating: "long", count: 60), "🚑 ambulance", "</td></table></body>",
  ]
  for index in register.organisations.indices {
    register.organisations[index].name = names[index % names.count] + " \(index)"
    register.organisations[index].shortName = String(names[(index + 3) % names.count].prefix(20))
  }
  for index in register.sources.indices {
    register.sources[index].title = names[index % names.count]
    register.sources[index].url = "https://example.org/'onclick='alert(1)"
    register.sources[index].licence = "<b>licence</b>"
  }
  for index in register.arrangements.indices {
    register.arrangements[index].name = names[(index + 1) % names.count]
  }
  for index in register.relations.indices where register.relations[index].kind == .serves {
    register.relations[index].services = [
      names[index % names.count].replacing(";", with: ",")
    ]
    register.relations[index].provenance.note = names[(index + 2) % names.count]
  }
  return register
}
