import Testing

@testable import Graphviz

@Suite("Links, fonts, colours, names")
struct LinkAndNameTests {
  @Test(
    "Only web addresses are links",
    arguments: [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x",
      "vbscript:x", "file:///etc/passwd", "ftp://example.org", "//example.org", "http:/x",
      "http://", "https://", "https:///path", "https://user:pass@example.org",
      "https://example.org@evil.example", "", "example.org", "https://\u{0}x", "https://a b",
      "java\nscript:alert(1)", "https://?x",
    ])
  func refused(address: String) {
    #expect(DOTLink(web: address) == nil)
  }

  @Test("A web address is percent-encoded")
  func encoded() {
    let link = DOTLink(web: "https://www.nhs.uk/a b?q=\"<x>'&é#f")
    #expect(link?.address == "https://www.nhs.uk/a%20b?q=%22%3Cx%3E%27&%C3%A9#f")
    #expect(DOTLink(web: "HTTP://example.org/a%20b")?.address == "HTTP://example.org/a%20b")
  }

  @Test("A page of the pack cannot name a scheme or leave by accident")
  func pages() {
    #expect(DOTLink(page: ["icss", "QJG.html"])?.address == "icss/QJG.html")
    #expect(DOTLink(page: ["javascript:alert(1)"])?.address == "javascript%3Aalert%281%29")
    #expect(DOTLink(page: ["..", "a/b"], fragment: "x y")?.address == "../a%2Fb#x%20y")
    #expect(DOTLink(page: []) == nil)
    #expect(DOTLink(page: ["a", ""]) == nil)
  }

  @Test("Colours are six or eight hexadecimal digits")
  func colours() {
    #expect(DOTColour(hex: "#005eb8") == DOTColour(0x005EB8))
    #expect(DOTColour(hex: "005EB880")?.hex == "#005eb880")
    for text in ["#eef", "", "#", "red", "#00gg00", "#1234567", "0x00ff00", "#005eb8 "] {
      #expect(DOTColour(hex: text) == nil, "\(text)")
    }
  }

  @Test("Fonts and element names hold no character of markup")
  func names() {
    #expect(DOTFont("Liberation Sans")?.name == "Liberation Sans")
    for text in ["A\"B", "", "a;b", "a&b", "a<b", String(repeating: "a", count: 65)] {
      #expect(DOTFont(text) == nil, "\(text)")
    }
    #expect(DOTElementName("node-1_a") != nil)
    for text in ["", "1a", "-a", "a b", "a\"b", "é", "a.b", "a:b"] {
      #expect(DOTElementName(text) == nil, "\(text)")
    }
  }
}
