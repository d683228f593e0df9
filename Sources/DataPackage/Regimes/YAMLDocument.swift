import Governance
import Yams

/// A YAML file with everything that is wrong with it.
struct YAMLReport {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// Whether nothing keeps the file from being used.
  var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Adds an error at a place.
  mutating func error(_ mark: Mark?, id: String = "", _ what: String, _ remedy: String) {
    diagnostics.append(
      Diagnostic(
        severity: .error, file: file, line: mark?.line ?? 0, column: mark?.column ?? 0,
        recordID: Quotation.cut(id), what: what, remedy: remedy))
  }
}

/// Reads YAML text as a mapping.
enum YAMLDocument {
  /// How deep lists and mappings may lie in each other; rules need six.
  private static let depth = 32

  /// The mapping that a text holds; `nil` after an error is reported.
  static func mapping(_ text: String, _ report: inout YAMLReport) -> YAMLMapping? {
    guard nestsAtMost(depth, text) else {
      report.error(nil, "The file nests too deeply.", "Write it as Regimes.md shows.")
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        report.error(nil, "The file is empty.", "Write it as Regimes.md shows.")
        return nil
      }
      return YAMLMapping(node, id: "", &report)
    } catch let problem as YamlError {
      report.error(mark(of: problem), "This is not YAML: \(reason(of: problem)).", "Mend it.")
    } catch {
      report.error(nil, "This is not YAML.", "Mend it.")
    }
    return nil
  }

  /// Whether no line can open more than some levels, so that no reader runs out of stack.
  ///
  /// Brackets are counted over the file, dashes and question marks over one line; brackets within
  /// quotes count, too, which only refuses what nobody writes.
  private static func nestsAtMost(_ limit: Int, _ text: String) -> Bool {
    var open = 0
    var marks = 0
    var indents: [Int] = []
    var column = 0
    var inIndent = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        (column, marks, inIndent) = (0, 0, true)
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): marks += inIndent ? 1 : 0
      default: break
      }
      if inIndent, byte != UInt8(ascii: " "), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "?") {
        inIndent = false
        while let last = indents.last, last >= column { indents.removeLast() }
        indents.append(column)
      }
      column += 1
      if open > limit || marks > limit || indents.count > limit { return false }
    }
    return true
  }

  private static func mark(of problem: YamlError) -> Mark? {
    switch problem {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }

  private static func reason(of problem: YamlError) -> String {
    switch problem {
    case .scanner(_, let reason, _, _), .parser(_, let reason, _, _),
      .composer(_, let reason, _, _):
      reason
    case .duplicatedKeysInMapping(let keys, _):
      "a key is there twice: \(Quotation.of(keys.joined(separator: ", ")))"
    default: "it cannot be read"
    }
  }
}
