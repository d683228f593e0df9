import Foundation
import FoundationXML

@testable import Graphviz

/// A small generator of the project's own, so that "random" is the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

enum Samples {
  /// Nodes in clusters with edges across them, the usual drawing of the product.
  static func clustered(seed: UInt64, nodes: Int = 30, clusters: Int = 5) -> DOTGraph {
    var random = SplitMix(seed)
    var graph = DOTGraph(
      nodeDefaults: NodeAttributes(shape: .box, font: FontAttributes(font: .arial, size: 10)))
    graph.clusters = (0..<clusters).map { cluster in
      DOTCluster(
        DOTClusterID("c\(cluster)"), label: .text("System \(cluster)"),
        nodes: stride(from: cluster, to: nodes, by: clusters).map { node in
          DOTNode(DOTNodeID("v\(node)"), label: .text("Trust \(node) of \(seed)"))
        })
    }
    graph.edges = (0..<(nodes + nodes / 2)).map { _ in
      let from = Int.random(in: 0..<(nodes - 1), using: &random)
      let to = Int.random(in: (from + 1)..<nodes, using: &random)
      return DOTEdge(
        from: DOTEndpoint(DOTNodeID("v\(from)")), to: DOTEndpoint(DOTNodeID("v\(to)")))
    }
    return graph
  }

  /// Every node joined to every other: dot takes minutes over a hundred.
  static func complete(_ count: Int) -> DOTGraph {
    var graph = DOTGraph()
    graph.nodes = (0..<count).map { DOTNode(DOTNodeID("v\($0)"), label: .text("\($0)")) }
    for from in 0..<count {
      for to in (from + 1)..<max(count, from + 1) {
        graph.edges.append(
          DOTEdge(from: DOTEndpoint(DOTNodeID("v\(from)")), to: DOTEndpoint(DOTNodeID("v\(to)")))
        )
      }
    }
    return graph
  }

  static let finishing = SVGFinishing(
    title: "A picture", description: "What it shows.", idPrefix: DOTElementName("p1")!)

  /// Names as a hostile register would have them.
  static let hostile: [String] =
    [
      "<script>alert(1)</script>", "\"];", "\"]; b [URL=\"javascript:alert(1)\"", "&", "&amp;",
      "&lt;b&gt;", "&#60;", "&nbsp;", "&bogus;", "a & b; c", "\\G", "\\N", "\\L", "\\E\\T\\H",
      "\\", "\\\\", "\\\"", "a\\", "a\\n b", "back\\lslash\\r", "--", "->", "a--b", "<!--", "-->",
      "]]>", "{a|b|<p>c}", "'single'", "%s%n%d", "$(rm -rf /)", "`id`", "🚑🏥👩🏽‍⚕️", "مستشفى",
      "‮right to left", "ציוד רפואי", "日本語", "Żółć", "e\u{301}", "\u{200B}zero\u{200D}width",
      "non\u{A0}breaking", "tab\there", "\u{2028}separator", "line\nbreak", "carriage\r\nreturn",
      "nul\u{0}byte", "bell\u{7}", "escape\u{1B}[31m", "delete\u{7F}", "c1\u{85}\u{9B}",
      "\u{FEFF}bom", "00T", "QOP-1", "node",
      "graph", "strict", "1.", "-.5", "", " ", "   spaces   ", "#", "//", "/* */", "=\"x\"",
      "&\u{2060}lt;", "&&lt;;", "&a", "&;", "&#x41;", "</text></svg>", "onload=\"alert(1)\"",
    ] + [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE].map(nonCharacter)

  /// A string around a scalar that no literal may hold.
  private static func nonCharacter(_ value: UInt32) -> String {
    var text = "before".unicodeScalars
    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    return String(text) + "after"
  }

  /// A string of pieces that mean something to Graphviz, XML or C.
  static func random(_ random: inout SplitMix) -> String {
    let pieces = [
      "\\", "\"", "&", "<", ">", "'", "\n", "\r", "\t", "\u{0}", "\u{1}", nonCharacter(0xFFFE), ";",
      "#",
      "amp;", "lt;", "&lt;", "l", "n", "r", "G", "N", "{", "}", "|", "[", "]", "=", " ", "a",
      "é", "日", "🏥", "\u{200F}", "-->", "<!--", "]]>", "%",
    ]
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }
}

/// What an SVG holds, as an XML parser of another's making reads it.
final class SVGReading: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text: String
  }

  private(set) var elements: [Element] = []
  private(set) var comments = 0
  private var open: [Int] = []

  /// Nil if the bytes are no well-formed XML.
  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func texts(_ name: String = "text") -> [String] {
    elements.filter { $0.name == name }.map(\.text)
  }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes, text: ""))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(_ parser: XMLParser, foundComment comment: String) { comments += 1 }
}

/// The program whose hidden subcommand is a worker, built next to the tests.
enum Program {
  static var path: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("footprints").path
  }

  static func pool(
    workers: Int = 2, deadline: Double = 20, rendersPerWorker: Int = 200
  ) -> RenderPool {
    RenderPool(
      executable: path, arguments: ["render-worker"], workers: workers,
      limits: RenderLimits(deadline: deadline, rendersPerWorker: rendersPerWorker))
  }

  /// Processes whose parent is this one and that are workers.
  static func workerProcesses() -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap(Int32.init).filter { process in
      guard let stat = text("/proc/\(process)/stat"),
        let fields = stat.split(separator: ")").last?.split(separator: " "),
        fields.count > 1, Int32(fields[1]) == getpid(), fields[0] != "Z"
      else { return false }
      return text("/proc/\(process)/cmdline")?.contains("render-worker") ?? false
    }
  }

  /// Resident memory in bytes; nil for a process that is gone.
  static func resident(_ process: Int32) -> Int? {
    guard let statm = text("/proc/\(process)/statm") else { return nil }
    return statm.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4_096 }
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
