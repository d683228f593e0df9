import Foundation
import Yams

/// A file of `Graphs/cases`: the rules that are tried and tiny registers with what each must raise.
struct CaseFile: Decodable {
  let kind: String
  let cases: [Case]

  struct Case: Decodable {
    let name: String
    let says: String
    let on: String
    let tables: [String: String]
    let raises: [Expected]?
    let byDesign: [Expected]?
    let settled: [Expected]?
    let unknown: [String]?
  }

  /// A finding that must be raised; what is not written is not compared.
  ///
  /// A blank function says that it is about no single one.
  struct Expected: Decodable {
    let rule: String
    let subjects: [String]
    let check: String?
    let function: String?
    let services: [String]?
    let areas: [String]?
    let involved: [String]?
    let witness: [String]?
    let severity: String?
    let confidence: String?
  }

  /// The cases of a file, and its regime as text.
  static func read(_ url: URL) throws -> (file: CaseFile, regime: String) {
    let text = try String(contentsOf: url, encoding: .utf8)
    let file = try YAMLDecoder().decode(CaseFile.self, from: text)
    let root = try required(Yams.compose(yaml: text)?.mapping?["regime"])
    return (file, try Yams.serialize(node: root))
  }
}

/// A value that must be there.
func required<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw MissingValue() }
  return value
}

struct MissingValue: Error {}
