import Foundation
import Governance
import Testing

@testable import Reports

struct HTMLTests {
  private let path = PackPath("index.html")

  private func page(_ text: String) -> String {
    HTMLWriter.page(
      Tag.html(.lang("en-GB")) {
        Tag.head { Tag.title { text } }
        Tag.body { Tag.p(.label(text)) { text } }
      }, path: path)
  }

  /// Text that has broken pages before: markup, quotes, entities, marks that combine with a
  /// bracket or a quote, text from right to left, what no XML may hold.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)",
    "\"\u{301} onmouseover=alert(1) x=\"", "<\u{338}script>", "&amp;&#60;", "]]>", "<!--", "-->",
    "\u{202E}gnirts\u{202C}", "a\u{0}b\u{1B}c\u{FFFE}d\u{7F}e", "line\nfeed\r\nand\ttab", "🚑👩🏽‍⚕️",
    String(repeating: "x", count: 10_000), String(repeating: "&", count: 300), "\u{FFFD}",
  ]

  @Test(arguments: hostile) func anyTextComesOutAsText(text: String) throws {
    let page = try #require(ParsedPage(Data(page(text).utf8)))
    let paragraph = try #require(page.all("p").first)
    // What XML may not hold is left out; a carriage return goes with its line feed.
    let expected = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          ($0.value >= 0x20 || $0 == "\n" || $0 == "\t") && $0.value != 0x7F && $0.value != 0xFFFE
        }))
    #expect(Array(paragraph.text.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(
      page.all("title").first.map { Array($0.text.unicodeScalars) }
        == Array(expected.unicodeScalars))
    // XML reads line feeds and tabs of an attribute as spaces.
    let label = expected.map { $0.isWhitespace ? " " : $0 }
    #expect(
      paragraph.attributes["aria-label"].map { $0.map { $0.isWhitespace ? " " : $0 } } == label)
    #expect(
      Set(page.elements.map(\.name)).isSubset(of: ["html", "head", "title", "body", "p", "wbr"]))
    #expect(Set(paragraph.attributes.keys) == ["aria-label"])
  }

  @Test func aLongWordMayBreakButNotInTheTitle() {
    let text = page(String(repeating: "y", count: 60))
    #expect(text.components(separatedBy: "<wbr/>").count == 3)
    #expect(text.contains("<title>" + String(repeating: "y", count: 60) + "</title>"))
  }

  @Test(arguments: [
    (PackPath("a.html"), PackPath("b.html"), "b.html"),
    (PackPath("x", "a.html"), PackPath("b.html"), "../b.html"),
    (PackPath("a.html"), PackPath("x", "b.html"), "x/b.html"),
    (PackPath("x", "a.html"), PackPath("x", "b.html"), "b.html"),
    (PackPath("x", "y", "a.html"), PackPath("x", "z", "b.html"), "../z/b.html"),
    (PackPath("x", "a.html"), PackPath("x", "a.html"), "a.html"),
  ])
  func linksAreRelative(from: PackPath, to: PackPath, expected: String) {
    #expect(to.relative(to: from) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://example.org", "https://", "http:/x",
    "https:\\\\example.org", "data:text/html,x", "file:///etc/passwd", "//example.org", "",
    "https:///path", "https://\u{0}x",
  ])
  func onlyWebAddressesBecomeLinks(address: String) {
    #expect(WebAddress(address) == nil)
  }

  @Test func addressesAreEncoded() {
    #expect(
      WebAddress("HTTPS://example.org/a b\"<é>")?.text == "https://example.org/a%20b%22%3C%C3%A9%3E"
    )
    #expect(
      WebAddress("http://example.org/?q=1&r=%20#x")?.text == "http://example.org/?q=1&r=%20#x")
  }

  @Test func namesOfFilesAreSafeAndDiffer() {
    var names = FileNames()
    let ids = [
      "RYC", "ryc", "../x", "a/b", "a b", "con:", "é", "", "A.B", "A-B",
      String(repeating: "n", count: 300), String(repeating: "n", count: 300) + "m",
    ]
    let made = ids.map { names.name(for: $0) }
    #expect(made[0] == "RYC")
    #expect(Set(made.map { $0.lowercased() }).count == ids.count)
    for name in made {
      #expect(!name.isEmpty && name.utf8.count < 100 && name != "." && name != "..")
      #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
    }
  }
}

struct SiteMapTests {
  @Test func codesThatDifferInCaseHavePagesOfTheirOwnWhateverTheirOrder() {
    let one = SiteMap(providers: ["abc", "ABC", "Abc"], systems: [], regions: [])
    let other = SiteMap(providers: ["Abc", "ABC", "abc"], systems: [], regions: [])
    for code: Code in ["ABC", "Abc", "abc"] { #expect(one[code] == other[code]) }
    #expect(one["ABC"] == PackPath("providers", "ABC.html"))
    #expect(one["Abc"] == PackPath("providers", "Abc-2.html"))
    #expect(one["abc"] == PackPath("providers", "abc-3.html"))
    #expect(one["XYZ"] == nil)
    #expect(one.footprintFile(of: "ABC") == PackPath("downloads", "footprints", "ABC.json"))
  }
}

struct WordingTests {
  @Test(arguments: [
    (0.0, "0%"), (0.0001, "under 1%"), (0.012, "1%"), (0.7, "70%"), (0.996, "over 99%"),
    (0.9999, "100%"), (1.0, "100%"),
  ])
  func aShareIsNeverRoundedToNoneOrAll(share: Double, expected: String) {
    #expect(Wording.percentage(share) == expected)
  }

  @Test func whatIsNotKnownIsSaid() {
    #expect(Wording.percentage(nil) == "not known")
    #expect(Wording.figure(nil) == "not known")
    #expect(Wording.figure(.nan) == "not known")
    #expect(Wording.figure(.infinity) == "not known")
  }

  @Test func figuresReadAsInABoardPaper() {
    #expect(Wording.figure(63_237_908) == "63,237,908")
    #expect(Wording.figure(999) == "999")
    #expect(Wording.figure(1000) == "1,000")
    #expect(Wording.figure(2.5) == "2.5")
    #expect(Wording.figure(2.001) == "2")
    #expect(Wording.decimal(-0.004, places: 2) == "0")
    #expect(Wording.decimal(1234.567, places: 2) == "1,234.57")
    #expect(Wording.counted(1, "ICS") == "1 ICS")
    #expect(Wording.counted(6, "ICS") == "6 ICSs")
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
  }
}
