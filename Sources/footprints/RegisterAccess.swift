import DataPackage
import Foundation
import Governance
import Reports

/// Loads the register that the options name, and finds organisations in it.
struct RegisterAccess {
  private let folder: URL
  private let name: String?
  let date: CalendarDate

  /// Prepares access.
  ///
  /// - Parameters:
  ///   - options: the register and the day.
  ///   - date: another day than that of the options.
  init(_ options: DataOptions, on date: CalendarDate? = nil) throws(Failure) {
    folder = try options.folder
    name = options.data
    self.date = date ?? options.date
  }

  /// The register and what is wrong with it.
  func load() -> LoadResult {
    PackageLoader().load(folder: folder.path)
  }

  /// Where the files of the register are, for those who are to find them again: as it was named,
  /// below the folder in which the command runs.
  var home: FindingsSARIF.Home {
    guard let name else {
      return .elsewhere(
        address: nil, description: "The England dataset that comes with the command.")
    }
    let isFile = name.hasSuffix(".json")
    let parts = name.split(separator: "/").filter { $0 != "." }
    let named = (isFile ? parts.dropLast() : parts[...]).joined(separator: "/")
    guard !name.hasPrefix("/"), !parts.contains("..") else {
      let place = (isFile ? folder.deletingLastPathComponent() : folder).standardizedFileURL.path
      return .elsewhere(
        address: "file://" + FindingsSARIF.address(place) + "/",
        description: "The folder of the register.")
    }
    return .relative(named)
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
  ///
  /// - Throws: `Failure` when the register has errors, or no ICS in force on the day.
  func atlas() throws(Failure) -> Atlas {
    let atlas = Atlas(try register(), on: date)
    guard !atlas.organisations(of: .ics).isEmpty else { throw Self.nothing(atlas) }
    return atlas
  }

  /// Why there is nothing to show: on that day, or at all.
  private static func nothing(_ atlas: Atlas) -> Failure {
    let systems = atlas.register.organisations.filter { $0.kind == .ics }
    guard !systems.isEmpty else {
      return Failure("the register has no ICS: add rows of kind ics to organisations.csv")
    }
    let first = systems.compactMap(\.provenance.period.from).min()
    let last =
      systems.map(\.provenance.period.to).allSatisfy { $0 != nil }
      ? systems.compactMap(\.provenance.period.to).max() : nil
    let begins = first.map { "; its first begins on \($0.longForm)" } ?? ""
    let ends = last.map { "; its last ends on \($0.longForm)" } ?? ""
    return Failure(
      "the register has no ICS in force on \(atlas.date.longForm)\(begins)\(ends); try another --on"
    )
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
    if let other = otherKind(text, kinds: kinds) { throw other }
    switch OrganisationLookup(register, on: date, kinds: kinds).find(text) {
    case .found(let organisation): return organisation
    case .ambiguous(let candidates):
      throw Failure(
        "“\(Quotation.cut(text))” may mean any of these; use a code:\n" + Self.lines(candidates))
    case .notInForce(let organisation):
      throw Failure(
        "\(organisation.name) (\(organisation.id)) is not in force on \(date.longForm)"
          + Self.span(organisation.provenance.period) + "; choose another --on")
    case .unknown(let nearest):
      throw Failure(unknown(text, kinds: kinds, nearest: nearest))
    }
  }

  /// A code that belongs to something of another kind, which must not be taken for a name.
  private func otherKind(_ text: String, kinds: Set<OrganisationKind>) -> Failure? {
    let code = Code(text.uppercased())
    guard let other = register.organisations.first(where: { $0.id == code }),
      !kinds.contains(other.kind)
    else { return nil }
    let instead =
      other.kind == .ics
      ? "; footprints list trusts --ics \(code) shows who works there" : ""
    return Failure(
      "\(other.name) (\(other.id)) is of kind \(other.kind.rawValue), not \(Self.wanted(kinds))"
        + instead)
  }

  /// What is looked for, with its article.
  private static func wanted(_ kinds: Set<OrganisationKind>) -> String {
    let noun = noun(kinds)
    return noun.first.map { "aeioI".contains($0) } ?? false ? "an \(noun)" : "a \(noun)"
  }

  /// What is looked for, without an article.
  private static func noun(_ kinds: Set<OrganisationKind>) -> String {
    if kinds.count == OrganisationKind.allCases.count { return "organisation" }
    if kinds == [.ics] { return "ICS" }
    return kinds.contains(.trust)
      ? "provider" : kinds.map(\.rawValue).sorted().joined(separator: " or ")
  }

  private func unknown(
    _ text: String, kinds: Set<OrganisationKind>, nearest: [Organisation]
  ) -> String {
    let suggestion =
      nearest.isEmpty
      ? "; footprints list shows what there is, as in footprints list trusts"
      : "; did you mean\n" + Self.lines(nearest)
    return "there is no \(Self.noun(kinds)) “\(Quotation.cut(text))” on \(date.longForm)"
      + suggestion
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

extension AccountabilityGraph {
  /// The code of the organisation, arrangement or forum that the text means.
  ///
  /// A code is taken as it is, whether or not what it names is in force on the day: findings may be
  /// about what is no more.
  ///
  /// - Throws: `Failure` with candidates or suggestions where it is not exactly one.
  func code(named text: String) throws(Failure) -> Code {
    let register = atlas.register
    let codes = Set(
      register.organisations.map(\.id) + register.arrangements.map(\.id)
        + register.forums.map(\.id))
    for code in [Code(text), Code(text.uppercased())] where codes.contains(code) { return code }
    return try atlas.organisation(named: text, kinds: Set(OrganisationKind.allCases)).id
  }

  /// The function that the text means, by its word or its title.
  ///
  /// - Throws: `Failure` with suggestions where there is none of that name.
  func function(named text: String) throws(Failure) -> String {
    let terms = regime.functions.terms
    let wanted = text.lowercased()
    if let term = terms.first(where: {
      $0.id.lowercased() == wanted || $0.title.lowercased() == wanted
    }) {
      return term.id
    }
    if atlas.register.relations.contains(where: { $0.functions.contains(text) }) { return text }
    let words = terms.map(\.id)
    let question = Spelling.question(for: text, among: words).map { " \($0)" } ?? ""
    throw Failure(
      "there is no function “\(Quotation.cut(text))”: choose \(words.joined(separator: ", ")).\(question)"
    )
  }
}
