import Testing

@testable import DataPackage

/// Which characters a text may hold: all that can be seen, and none that cannot.
@Suite struct TextRulesTests {
  /// Characters that leave no mark of their own, by what Unicode calls them.
  static let unseen: [Unicode.Scalar] =
    ([
      0x00AD,  // soft hyphen
      0x034F,  // combining grapheme joiner
      0x061C,  // Arabic letter mark
      0x115F, 0x1160, 0x3164, 0xFFA0,  // blank letters
      0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F,
      0x200B, 0x200E, 0x200F,  // zero width space, marks of direction
      0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x206F,
      0xFE00, 0xFE0F, 0xE0100, 0xE01EF,  // variation selectors
      0xFEFF, 0xFFF9, 0xFFFB, 0xFFFE, 0xFDD0, 0x1FFFF,
      0x1BCA0, 0x1D173, 0xE0001, 0xE0041, 0xE0FFF,
      0x0, 0x1B, 0x7F, 0x85, 0x2028, 0x2029,
    ] as [UInt32]).compactMap(Unicode.Scalar.init)

  @Test(arguments: unseen) func whatCannotBeSeenIsRefused(_ scalar: Unicode.Scalar) {
    for before in ["Trust ", "می", "日"] {
      let text = before + String(scalar) + "A"
      let refused = TextRules.firstRefused(in: text, allowsLineBreaks: true)
      #expect(refused?.scalar == scalar)
      #expect(refused?.index == before.unicodeScalars.count)
      #expect(!Quotation.of(text).unicodeScalars.contains(scalar))
    }
  }

  /// Joiners belong to scripts that write with them, and nowhere else.
  @Test func joinersStandBehindLettersThatTakeThem() {
    for joiner in ["\u{200C}", "\u{200D}"] {
      for word in ["می\(joiner)خواهم", "क्\(joiner)ष", "ക\u{0D4D}\(joiner)"] {
        #expect(TextRules.firstRefused(in: word, allowsLineBreaks: false) == nil, "\(word)")
      }
      for text in [joiner, "RY\(joiner)C", "é\(joiner)", " \(joiner)x", "1\(joiner)", "日\(joiner)"]
      {
        let refused = TextRules.firstRefused(in: text, allowsLineBreaks: false)
        #expect(refused.map { String($0.scalar) } == joiner, "\(text)")
      }
    }
  }

  @Test(arguments: ["👩\u{200C}🚒", "A\u{FE0F}", "1\u{FE0F}", "🚑\u{FE0F}\u{FE0F}", "🚑\u{FE00}"])
  func aPictogramTakesNoMoreThanItNeeds(_ text: String) {
    #expect(TextRules.firstRefused(in: text, allowsLineBreaks: false) != nil)
  }

  @Test(arguments: [
    "Bath & North East Somerset", "Ymddiriedolaeth GIG Bae Abertawe ŵ ŷ", "Żółć", "e\u{301}",
    "ציוד רפואי", "日本語", "🚑", "½ – — ‘’ “” … €", "अस्पताल", "\u{00A0}", "\u{2011}",
    "👩\u{200D}⚕\u{FE0F} Trust", "👩🏽\u{200D}🚒", "☎\u{FE0E}",
  ])
  func whatCanBeSeenIsTaken(_ text: String) {
    #expect(TextRules.firstRefused(in: text, allowsLineBreaks: false) == nil)
    #expect(Quotation.of(text) == "\"" + text + "\"")
  }

  @Test func whatIsQuotedIsCut() {
    #expect(Quotation.cut(String(repeating: "x", count: 60)).count == 60)
    #expect(
      Quotation.cut(String(repeating: "x", count: 61)) == String(repeating: "x", count: 60) + "…")
    #expect(Quotation.cut("a\u{1B}[2Jb") == "a\\u{1B}[2Jb")
  }
}
