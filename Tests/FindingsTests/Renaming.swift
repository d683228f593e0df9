import Governance

/// Gives every organisation, arrangement, forum and record another id.
struct Renaming {
  /// The new id of an old one.
  let name: @Sendable (String) -> String

  func callAsFunction(_ code: Code) -> Code { Code(name(code.text)) }

  func register(_ register: Register) -> Register {
    var renamed = register
    let arrangements = Set(register.arrangements.map(\.id.text))
    func instrument(_ text: String?) -> String? {
      text.map { arrangements.contains($0) ? name($0) : $0 }
    }
    for index in renamed.organisations.indices {
      renamed.organisations[index].id = self(renamed.organisations[index].id)
    }
    for index in renamed.measures.indices {
      renamed.measures[index].organisation = self(renamed.measures[index].organisation)
    }
    for index in renamed.relations.indices {
      renamed.relations[index].id = name(renamed.relations[index].id)
      renamed.relations[index].subject = self(renamed.relations[index].subject)
      renamed.relations[index].object = renamed.relations[index].object.map { self($0) }
      renamed.relations[index].objectAmong = renamed.relations[index].objectAmong.map { self($0) }
      renamed.relations[index].instrument = instrument(renamed.relations[index].instrument)
      renamed.relations[index].areas = renamed.relations[index].areas.map { self($0) }
    }
    for index in renamed.arrangements.indices {
      renamed.arrangements[index].id = self(renamed.arrangements[index].id)
      renamed.arrangements[index].instrument = instrument(renamed.arrangements[index].instrument)
      renamed.arrangements[index].areas = renamed.arrangements[index].areas.map { self($0) }
    }
    for index in renamed.parties.indices {
      renamed.parties[index].id = name(renamed.parties[index].id)
      renamed.parties[index].arrangement = self(renamed.parties[index].arrangement)
      renamed.parties[index].organisation = self(renamed.parties[index].organisation)
    }
    for index in renamed.forums.indices {
      renamed.forums[index].id = self(renamed.forums[index].id)
      renamed.forums[index].parent = renamed.forums[index].parent.map { self($0) }
      renamed.forums[index].parentArrangement =
        renamed.forums[index].parentArrangement.map { self($0) }
      renamed.forums[index].reportsTo = renamed.forums[index].reportsTo.map { self($0) }
    }
    for index in renamed.seats.indices {
      renamed.seats[index].id = name(renamed.seats[index].id)
      renamed.seats[index].forum = self(renamed.seats[index].forum)
      renamed.seats[index].organisation = renamed.seats[index].organisation.map { self($0) }
      renamed.seats[index].arrangement = renamed.seats[index].arrangement.map { self($0) }
      renamed.seats[index].represents = renamed.seats[index].represents.map { self($0) }
      renamed.seats[index].holder = renamed.seats[index].holder.map(name)
    }
    for index in renamed.succession.indices {
      renamed.succession[index].id = name(renamed.succession[index].id)
      renamed.succession[index].predecessor = self(renamed.succession[index].predecessor)
      renamed.succession[index].successor = renamed.succession[index].successor.map { self($0) }
    }
    for index in renamed.decisions.indices {
      renamed.decisions[index].subject = renamed.decisions[index].subject.map { self($0) }
    }
    for index in renamed.returns.indices {
      renamed.returns[index].id = name(renamed.returns[index].id)
      renamed.returns[index].organisation = self(renamed.returns[index].organisation)
      renamed.returns[index].recipient = self(renamed.returns[index].recipient)
    }
    for index in renamed.completeness.indices {
      renamed.completeness[index].id = name(renamed.completeness[index].id)
      renamed.completeness[index].subject = self(renamed.completeness[index].subject)
    }
    return renamed
  }

  func regime(_ regime: Regime) -> Regime {
    var renamed = regime
    renamed.id = name(regime.id)
    func pattern(_ pattern: OrganisationPattern) -> OrganisationPattern {
      var renamed = pattern
      renamed.codes = pattern.codes.map { self($0) }
      return renamed
    }
    for index in renamed.standing.indices {
      renamed.standing[index].subject = pattern(renamed.standing[index].subject)
      renamed.standing[index].object = pattern(renamed.standing[index].object)
    }
    for index in renamed.expectations.indices {
      renamed.expectations[index].subjects = renamed.expectations[index].subjects.map(pattern)
    }
    return renamed
  }
}
