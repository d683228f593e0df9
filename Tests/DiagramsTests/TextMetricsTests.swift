import Foundation
import Testing

@testable import Diagrams
import Graphviz

@Suite("Text metrics")
struct TextMetricsTests {
  @Test("Widths are those Adobe published")
  func publishedWidths() {
    // Helvetica.afm: H 722, e 556, l 222, o 556; Helvetica-Bold.afm: l 278, o 611.
    #expect(TextMetrics.width("Hello", size: 1000) == 722 + 556 + 222 + 222 + 556)
    #expect(TextMetrics.width("Hello", size: 1000, bold: true) == 722 + 556 + 278 + 278 + 611)
    // Helvetica.afm: space 278, germandbls 611, Edieresis 667, endash 556, sterling 556.
    #expect(TextMetrics.width(" ßË–£", size: 1000) == 278 + 611 + 667 + 556 + 556)
    #expect(TextMetrics.width("", size: 12) == 0)
  }

  @Test(
    "Widths agree with what Graphviz finds in the font",
    arguments: [
      "Bedfordshire, Luton and Milton Keynes", "WAVE Yorkshire 1234567890",
      "Łódź, Ångström & Çelebi", "(£415m) – “quoted” … 50%",
    ], [false, true])
  func againstGraphviz(text: String, bold: Bool) throws {
    // Large letters, since Pango rounds the widths of small ones to whole pixels.
    let size = 200.0
    let graph = DOTGraph(nodes: [
      DOTNode(
        "n", label: .text(text),
        attributes: NodeAttributes(
          shape: .plain, margin: DOTSize(0, 0),
          font: FontAttributes(font: bold ? .arialBold : .arial, size: size)))
    ])
    let json = try GraphvizContext().render(graph, engine: .dot, formats: [.json])[.json]
    let found = try #require(Self.number(after: "\"width\": \"", in: json ?? [])) * 72
    let ours = TextMetrics.width(text, size: size, bold: bold)
    // Pango kerns and pads; we do neither.
    #expect(abs(found - ours) < 0.03 * ours, "\(found) \(ours)")
  }

  private static func number(after key: String, in bytes: [UInt8]) -> Double? {
    let text = String(decoding: bytes, as: UTF8.self)
    var best: Double?
    for part in text.components(separatedBy: key).dropFirst() {
      let value = Double(part.prefix { $0.isNumber || $0 == "." })
      if let value { best = max(best ?? 0, value) }
    }
    return best
  }

  @Test("Wrapping keeps every letter, fits the width and breaks no word that fits")
  func wrapping() {
    var generator = TextGenerator(seed: 7)
    for _ in 0..<400 {
      let words = (0..<generator.below(12) + 1).map { _ in generator.word() }
      let text = words.joined(separator: " ")
      let width = 40 + Double(generator.below(160))
      let lines = TextMetrics.wrap(text, width: width, size: 9)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      for line in lines {
        #expect(
          TextMetrics.width(line, size: 9) <= width + 0.001 || line.count == 1, "\(line)")
      }
      for word in words where TextMetrics.width(word, size: 9) <= width && !word.contains("-") {
        #expect(
          lines.contains { $0.split(separator: " ").contains { $0.hasSuffix(word) } }, "\(word)")
      }
    }
  }

  @Test("Even lines are no more lines than greedy ones")
  func evenLines() {
    let text = "Bath and North East Somerset, Swindon and Wiltshire"
    let greedy = LineWrapper(widths: .regular, limit: 100_000 / 9).lines(of: text)
    let even = TextMetrics.wrap(text, width: 100, size: 9)
    #expect(even.count == greedy.count)
    let spread = { (lines: [String]) -> Double in
      let widths = lines.map { TextMetrics.width($0, size: 9) }
      return (widths.max() ?? 0) - (widths.min() ?? 0)
    }
    #expect(spread(even) <= spread(greedy))
  }

  @Test("An ellipsis comes only where lines run out")
  func ellipsis() {
    let text = "one two three four five six seven eight nine ten"
    let cut = TextMetrics.wrap(text, width: 60, size: 9, maxLines: 2)
    #expect(cut.count == 2)
    #expect(cut[1].hasSuffix("…"))
    #expect(cut.allSatisfy { TextMetrics.width($0, size: 9) <= 60 })
    #expect(!TextMetrics.wrap(text, width: 60, size: 9).joined().contains("…"))
    #expect(TextMetrics.wrap("", width: 60, size: 9) == [""])
    #expect(TextMetrics.wrap(" \n\t ", width: 60, size: 9) == [""])
  }

  @Test("A name of ten thousand letters is broken, not lost")
  func longWord() {
    let text = String(repeating: "W", count: 10_000)
    let lines = TextMetrics.wrap(text, width: 100, size: 10)
    #expect(lines.joined() == text)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 10) <= 100 })
  }
}

/// Random words, the same on every run (SplitMix64, Steele, Lea and Flood 2014).
struct TextGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  mutating func word() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'(),.-é")
    return String((0..<below(20) + 1).map { _ in letters[below(letters.count)] })
  }
}
