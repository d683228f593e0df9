import DataPackage
import Foundation
import Governance

/// Loads the register that the options name, and finds organisations in it.
struct RegisterAccess {
  private let folder: URL
  private let date: CalendarDate

  init(_ options: DataOptions) throws(Failure) {
    folder = try options.folder
    date = options.date
  }

  /// The register and what is wrong with it.
  func load() -> LoadResult {
    PackageLoader().load(folder: folder.path)
  }

  /// The register.
  ///
  /// - Throws: `Failure` listing all its errors, when it has any.
  func register() throws(Failure) -> Register {
    let result = load()
    if let register = result.register { return register }
    let errors = result.diagnostics.filter { $0.severity == .error }
    let shown = errors.prefix(20).map(\.description)
    let more = errors.count > shown.count ? ["… and \(errors.count - shown.count) more"] : []
    throw Failure(
      (["the register in \(folder.path) cannot be used:"] + shown + more).joined(separator: "\n"))
  }

  /// The atlas of the day.
  func atlas() throws(Failure) -> Atlas {
    let atlas = Atlas(try register(), on: date)
    guard !atlas.entities.isEmpty else {
      throw Failure("the register has nothing in force on \(date.longForm); try another --on")
    }
    return atlas
  }
}

extension Atlas {
  /// The trust or other provider that the text means.
  func provider(named text: String) throws(Failure) -> Organisation {
    try organisation(named: text, kinds: [.trust, .otherProvider])
  }

  /// The organisation that the text means.
  ///
  /// - Throws: `Failure` with candidates or suggestions where it is not exactly one.
  func organisation(
    named text: String, kinds: Set<OrganisationKind>
  ) throws(Failure) -> Organisation {
    switch OrganisationLookup(register, on: date, kinds: kinds).find(text) {
    case .found(let organisation): return organisation
    case .ambiguous(let candidates):
      throw Failure("“\(text)” may mean any of these; use a code:\n" + Self.lines(candidates))
    case .notInForce(let organisation):
      throw Failure(
        "\(organisation.name) (\(organisation.id)) is not in force on \(date.longForm)"
          + Self.span(organisation.provenance.period) + "; choose another --on")
    case .unknown(let nearest):
      throw Failure(unknown(text, kinds: kinds, nearest: nearest))
    }
  }

  private func unknown(
    _ text: String, kinds: Set<OrganisationKind>, nearest: [Organisation]
  ) -> String {
    if case .found(let other) = OrganisationLookup(register, on: date).find(text) {
      return "\(other.name) (\(other.id)) is not what is asked for here: it is of kind "
        + "\(other.kind.rawValue)"
    }
    let kind = kinds.contains(.trust) ? "provider" : kinds.map(\.rawValue).sorted().first ?? "one"
    let suggestion =
      nearest.isEmpty
      ? "; footprints list shows what there is"
      : "; did you mean\n" + Self.lines(nearest)
    return "there is no \(kind) “\(text)” on \(date.longForm)" + suggestion
  }

  private static func lines(_ organisations: [Organisation]) -> String {
    let shown = organisations.prefix(20).map { "  \($0.id)  \($0.name)" }
    let more = organisations.count > 20 ? ["  … and \(organisations.count - 20) more"] : []
    return (shown + more).joined(separator: "\n")
  }

  private static func span(_ period: Period) -> String {
    switch (period.from, period.to) {
    case (nil, nil): ""
    case (let from?, nil): " (from \(from.longForm))"
    case (nil, let to?): " (until \(to.longForm))"
    case (let from?, let to?): " (\(from.longForm) to \(to.longForm))"
    }
  }
}
