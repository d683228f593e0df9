import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains one finding: the records that show it, the rule, what would settle it.",
    discussion: """
      footprints check shows the ids. The beginning of an id will do where no other finding begins \
      so; name the same day, data and regime as for check.
      """)

  @Argument(help: "The id of a finding, such as F1-c7t0x8bz2ba9, or its beginning.")
  var id: String

  @OptionGroup var options: DataOptions

  @OptionGroup var regimeOptions: RegimeOptions

  func validate() throws { _ = try FindingPrefix.read(id) }

  func run() throws {
    let search = FindingSearch(
      register: try RegisterAccess(options).register(),
      regimes: try RegimeAccess(regimeOptions, on: options.date), date: options.date)
    let (finding, selection) = try search.find(try FindingPrefix.read(id))
    try Output.write(FindingsExplanation(finding, in: selection).lines)
  }
}

/// The beginning of a finding's id, as people type it.
///
/// Case does not matter; i, l and o, which ids do not have, are read as 1, 1 and 0 (D. Crockford,
/// "Base 32 Encoding").
struct FindingPrefix {
  /// The kind.
  let kind: FindingKind
  /// The beginning of the id.
  let text: String

  /// The beginning of an id.
  ///
  /// - Throws: `ValidationError` where a text cannot be one.
  static func read(_ typed: String) throws -> FindingPrefix {
    guard let prefix = FindingPrefix(typed) else {
      throw ValidationError(
        "“\(Quotation.cut(typed))” is no id of a finding, which looks like F1-c7t0x8bz2ba9; "
          + "footprints check shows them.")
    }
    return prefix
  }

  init?(_ typed: String) {
    let parts = typed.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = FindingKind(argument: String(parts[0])),
      parts[1].utf8.count <= 12
    else { return nil }
    let digits = parts[1].map { "il".contains($0) ? "1" : $0 == "o" ? "0" : $0 }
    let known = Set("0123456789abcdefghjkmnpqrstvwxyz")
    guard digits.allSatisfy(known.contains) else { return nil }
    self.kind = kind
    text = "\(kind.code)-" + String(digits)
  }
}

/// Finds a finding on a day, and says where it is if it is not there.
struct FindingSearch {
  let register: Register
  let regimes: RegimeAccess
  let date: CalendarDate

  /// The finding whose id begins so.
  ///
  /// - Throws: `Failure` naming candidates, or the days on which there is one, where it is not
  ///   exactly one.
  func find(_ prefix: FindingPrefix) throws(Failure) -> (Finding, FindingsSelection) {
    let selection = selection(on: date, under: try regimes.regime(), prefix)
    let all = selection.everything
    let found = all.filter { $0.id.hasPrefix(prefix.text) }
    if found.count == 1 { return (found[0], selection) }
    if found.count > 1 {
      throw Failure("“\(prefix.text)” may be any of these:\n" + Self.lines(found))
    }
    throw Failure(absence(prefix, among: all))
  }

  private func selection(
    on date: CalendarDate, under regime: Regime, _ prefix: FindingPrefix
  ) -> FindingsSelection {
    FindingsSelection(
      AccountabilityGraph(register, on: date, under: regime),
      filter: FindingsFilter(kinds: [prefix.kind]))
  }

  private func absence(_ prefix: FindingPrefix, among all: [Finding]) -> String {
    let start = "\(prefix.text) is not raised on \(date.longForm)"
    let days = otherDays.filter { day in
      guard let regime = regimes.regime(on: day) else { return false }
      return selection(on: day, under: regime, prefix).everything.contains {
        $0.id.hasPrefix(prefix.text)
      }
    }
    if let day = days.min(by: { distance($0) < distance($1) }) {
      return start + "; it is on \(day.longForm): footprints explain \(prefix.text) --on \(day)"
    }
    let near = Spelling.nearest(to: prefix.text, among: all.map(\.id), limit: 3)
    let nearest = all.filter { near.contains($0.id) }
    if !nearest.isEmpty { return start + "; did you mean\n" + Self.lines(nearest) }
    return start + "; name the same --data, --regime and --on as for check; footprints check "
      + "--kind \(prefix.kind.code) --all shows what is"
  }

  private func distance(_ day: CalendarDate) -> Int {
    abs(day.daysSince1970 - date.daysSince1970)
  }

  /// The days on which most records begin or end, as many as can be looked at in a moment.
  private var otherDays: [CalendarDate] {
    var changes: [CalendarDate: Int] = [:]
    let periods =
      register.organisations.map(\.provenance.period) + register.relations.map(\.provenance.period)
      + register.arrangements.map(\.provenance.period) + register.parties.map(\.provenance.period)
      + register.forums.map(\.provenance.period) + register.seats.map(\.provenance.period)
    for period in periods {
      if let from = period.from { changes[from, default: 0] += 1 }
      if let to = period.to { changes[to, default: 0] += 1 }
    }
    let ranked = changes.filter { $0.key != date }.sorted { left, right in
      left.value == right.value ? left.key < right.key : left.value > right.value
    }
    return ranked.prefix(12).map(\.key)
  }

  private static func lines(_ findings: [Finding]) -> String {
    let shown = findings.prefix(20).map { "  \($0.id)  \($0.why)" }
    let more = findings.count > 20 ? ["  … and \(findings.count - 20) more"] : []
    return (shown + more).joined(separator: "\n")
  }
}

extension FindingsSelection {
  /// Open findings, those by design and those settled, each id once.
  fileprivate var everything: [Finding] {
    var seen: Set<String> = []
    return (findings + byDesign + settled.map(\.finding)).filter { seen.insert($0.id).inserted }
  }
}
