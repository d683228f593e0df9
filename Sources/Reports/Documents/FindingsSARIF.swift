import DataPackage
import Governance

/// Problems and findings as SARIF 2.1.0, which code hosts and pipelines show beside the rows.
///
/// Each expectation of the regime is a rule; each finding is a result at the rows of its witness.
/// What is by design or settled by a decision is a suppressed result. Format: OASIS, "Static Analysis
/// Results Interchange Format (SARIF) Version 2.1.0", 27 March 2020.
public struct FindingsSARIF: Sendable {
  /// Where the files of the register are.
  public enum Home: Hashable, Sendable {
    /// In a folder below that in which the command runs, as it was named.
    case relative(String)
    /// Elsewhere: the `file:` address of the folder, if it may be told, and a description.
    case elsewhere(address: String?, description: String)
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  private static let base = "REGISTER"
  private static let problemRule = "register"

  private let diagnostics: [Diagnostic]
  private let selection: FindingsSelection?
  private let places: [RecordReference: RecordPlace]
  private let records: FindingsRecords?
  private let home: Home
  private let version: String

  /// Prepares the document.
  ///
  /// - Parameters:
  ///   - load: the loaded register with its problems.
  ///   - selection: the findings; `nil` if none were looked for.
  ///   - home: where the files of the register are.
  ///   - version: the version of the program, as `1.2.3`.
  /// - Complexity: O(n) in the bytes of the tables that hold the witness.
  public init(_ load: LoadResult, selection: FindingsSelection?, home: Home, version: String) {
    diagnostics = load.diagnostics
    self.selection = selection
    self.home = home
    self.version = version
    let findings = selection.map { $0.findings + $0.byDesign + $0.settled.map(\.finding) } ?? []
    records = selection.map { FindingsRecords(of: findings, in: $0.graph) }
    places = load.places.places(
      of: findings.flatMap { finding in
        finding.witness.map(\.record) + finding.subjects.flatMap(Self.homes)
      })
  }

  /// The document in UTF-8; the same bytes for the same input.
  public var bytes: [UInt8] { Array(document.text.utf8) }

  // MARK: - The document

  private var document: JSONValue {
    .object([
      .init("$schema", .string(Self.schema)), .init("version", .string("2.1.0")),
      .init("runs", .array([run])),
    ])
  }

  private var run: JSONValue {
    var members: [JSONValue.Member] = [
      .init("tool", .object([.init("driver", driver)])),
      .init(
        "invocations",
        .array([
          .object([
            .init("executionSuccessful", .boolean(!diagnostics.contains { $0.severity == .error }))
          ])
        ])),
      .init("columnKind", .string("unicodeCodePoints")),
    ]
    if case .elsewhere(let address, let description) = home {
      var place: [JSONValue.Member] = []
      if let address { place.append(.init("uri", .string(address))) }
      place.append(.init("description", message(description)))
      members.append(
        .init("originalUriBaseIds", .object([.init(Self.base, .object(place))])))
    }
    members.append(.init("results", .array(results)))
    if let selection {
      members.append(
        .init(
          "properties",
          .object([
            .init("on", .string(selection.graph.atlas.date.description)),
            .init("regime", .string(selection.graph.regime.id)),
          ])))
    }
    return .object(members)
  }

  private var driver: JSONValue {
    .object([
      .init("name", .string("footprints")), .init("version", .string(version)),
      .init("semanticVersion", .string(version)), .init("rules", .array(rules)),
    ])
  }

  // MARK: - Rules

  private var expectations: [Expectation] { selection?.graph.regime.expectations ?? [] }

  private var rules: [JSONValue] {
    let own = JSONValue.object([
      .init("id", .string(Self.problemRule)),
      .init("shortDescription", message("A problem of the register itself.")),
      .init(
        "fullDescription",
        message("A table, a row or a cell is not as the format of a register asks.")),
      .init("defaultConfiguration", .object([.init("level", .string("error"))])),
    ])
    return [own] + expectations.map(rule)
  }

  private func rule(_ expectation: Expectation) -> JSONValue {
    let document = selection?.graph.regime.document(expectation.citation)
    let citation = Wording.citation(expectation.citation, document)
    let kinds = Set(expectation.checks.compactMap(\.finding)).sorted()
    let full = [
      expectation.statement, "Needs \(expectation.needs).", expectation.note,
      "Source: \(citation).",
    ].compactMap(\.self).joined(separator: " ")
    var members: [JSONValue.Member] = [
      .init("id", .string(expectation.id)),
      .init("shortDescription", message(expectation.statement)),
      .init("fullDescription", message(full)), .init("help", message("Source: \(citation).")),
    ]
    if let url = document?.url, Self.isAddress(url) {
      members.append(.init("helpUri", .string(url)))
    }
    members.append(
      .init(
        "defaultConfiguration",
        .object([.init("level", .string(Self.level(expectation.severity)))])))
    members.append(
      .init(
        "properties",
        .object([
          .init("level", .string(expectation.level.rawValue)),
          .init("confidence", .string(expectation.confidence.rawValue)),
          .init("citation", .string(citation)),
          .init("kinds", .array(kinds.map { .string($0.code) })),
        ])))
    return .object(members)
  }

  // MARK: - Results

  private var results: [JSONValue] {
    var indices: [String: Int] = [:]
    for (index, rule) in expectations.enumerated() where indices[rule.id] == nil {
      indices[rule.id] = index + 1
    }
    let problems = diagnostics.map(result)
    guard let selection else { return problems }
    return problems
      + selection.findings.map { result($0, indices[$0.rule], []) }
      + selection.byDesign.map { result($0, indices[$0.rule], [suppression($0)]) }
      + selection.settled.map {
        result($0.finding, indices[$0.finding.rule], [suppression($0.decision)])
      }
  }

  private func result(_ problem: Diagnostic) -> JSONValue {
    let line = problem.line > 0 ? problem.line : nil
    let column = line != nil && problem.column > 0 ? problem.column : nil
    let record = problem.recordID.isEmpty ? "" : problem.recordID + ": "
    return .object([
      .init("ruleId", .string(Self.problemRule)), .init("ruleIndex", .integer(0)),
      .init("level", .string(problem.severity.rawValue)),
      .init("message", message("\(record)\(problem.what) \(problem.remedy)")),
      .init("locations", .array([location(problem.file, line: line, column: column)])),
      .init("suppressions", .array([])),
    ])
  }

  private func result(
    _ finding: Finding, _ index: Int?, _ suppressions: [JSONValue]
  ) -> JSONValue {
    var members: [JSONValue.Member] = [.init("ruleId", .string(finding.rule))]
    if let index { members.append(.init("ruleIndex", .integer(index))) }
    members += [
      .init("level", .string(Self.level(finding.severity))),
      .init("message", message("\(finding.why) \(finding.question)")),
      .init("locations", .array(locations(finding))),
      .init(
        "partialFingerprints", .object([.init("footprintsFinding/v1", .string(finding.id))])),
      .init("suppressions", .array(suppressions)),
      .init("properties", properties(finding)),
    ]
    return .object(members)
  }

  private func properties(_ finding: Finding) -> JSONValue {
    func texts(_ codes: [Code]) -> JSONValue { .array(codes.map { .string($0.text) }) }
    return .object([
      .init("id", .string(finding.id)), .init("kind", .string(finding.kind.code)),
      .init("title", .string(finding.kind.title)), .init("subjects", texts(finding.subjects)),
      .init("involved", texts(finding.involved)),
      .init("function", .optional(finding.function)),
      .init("confidence", .string(finding.confidence.rawValue)),
      .init("resolution", .string(finding.resolution)),
      .init(
        "witness",
        .array(
          finding.witness.map { witness in
            .object([
              .init("table", .string(witness.record.home.name)),
              .init("id", .string(witness.record.id)),
              .init("says", .string(says(witness))),
            ])
          })),
    ])
  }

  private func says(_ witness: Witness) -> String {
    records?.statement(witness).says ?? witness.record.id
  }

  private func suppression(_ finding: Finding) -> JSONValue {
    let rules = finding.design.map(\.rules) ?? []
    let why = rules.isEmpty ? "law or regulation" : rules.joined(separator: ", ")
    return suppression("By design: \(why).")
  }

  private func suppression(_ decision: Decision) -> JSONValue {
    suppression("Decision \(decision.id) of \(decision.decidedBy): \(decision.reason)")
  }

  private func suppression(_ justification: String) -> JSONValue {
    .object([
      .init("kind", .string("external")), .init("status", .string("accepted")),
      .init("justification", .string(TextTable.printable(justification))),
    ])
  }

  // MARK: - Locations

  /// The rows of the witness; where none is in a table, those of the subjects; at least the
  /// descriptor, since code hosts want a place.
  private func locations(_ finding: Finding) -> [JSONValue] {
    let rows = finding.witness.compactMap { witness in
      places[witness.record].map { place in
        location(place.file, line: place.line, says: says(witness))
      }
    }
    if !rows.isEmpty { return rows }
    let subjects = finding.subjects.flatMap(Self.homes).compactMap { places[$0] }
    if !subjects.isEmpty { return subjects.map { location($0.file, line: $0.line) } }
    return [location("datapackage.json", line: 1)]
  }

  /// Where something of a code could stand.
  private static func homes(_ code: Code) -> [RecordReference] {
    [.organisations, .arrangements, .forums].map { RecordReference(.table($0), code.text) }
  }

  private func location(
    _ file: String, line: Int?, column: Int? = nil, says: String? = nil
  ) -> JSONValue {
    var artifact: [JSONValue.Member] = []
    switch home {
    case .relative(let folder):
      let prefix = folder.isEmpty || folder == "." ? "" : folder + "/"
      artifact.append(.init("uri", .string(Self.address(prefix + file))))
    case .elsewhere:
      artifact.append(.init("uri", .string(Self.address(file))))
      artifact.append(.init("uriBaseId", .string(Self.base)))
    }
    var physical: [JSONValue.Member] = [.init("artifactLocation", .object(artifact))]
    if let line {
      var region: [JSONValue.Member] = [.init("startLine", .integer(line))]
      if let column { region.append(.init("startColumn", .integer(column))) }
      physical.append(.init("region", .object(region)))
    }
    var members: [JSONValue.Member] = [.init("physicalLocation", .object(physical))]
    if let says { members.append(.init("message", message(says))) }
    return .object(members)
  }

  // MARK: - Words

  private func message(_ text: String) -> JSONValue {
    .object([.init("text", .string(TextTable.printable(text)))])
  }

  private static func level(_ severity: FindingSeverity) -> String {
    severity == .info ? "note" : severity.rawValue
  }

  /// A path as a reference (RFC 3986): all but unreserved characters and slashes are escaped.
  ///
  /// - Parameter path: the path.
  public static func address(_ path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = Array("0123456789ABCDEF")
        address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return address
  }

  /// Whether a text can stand as an address in the document.
  private static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && text.utf8.allSatisfy { byte in
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
      }
  }
}
