import Governance

extension Organisation {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id.text)), ("kind", Cell.of(kind.rawValue)), ("name", Cell.of(name)),
      ("shortName", Cell.of(shortName)),
      ("sectors", Cell.of(sectors.map(\.rawValue))), ("legalForm", Cell.of(legalForm?.rawValue)),
      ("onsCode", Cell.of(onsCode)), ("postcode", Cell.of(postcode)),
      ("latitude", Cell.of(location?.latitude)), ("longitude", Cell.of(location?.longitude)),
      ("exception", Cell.of(exception)),
    ] + provenance.cells
  }
}

extension Measure {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("organisation", Cell.of(organisation.text)),
      ("measure", Cell.of(kind.rawValue)),
      ("value", Cell.of(value)), ("unit", Cell.of(unit)),
    ] + provenance.cells
  }
}

extension Relation {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("kind", Cell.of(kind.rawValue)), ("subject", Cell.of(subject.text)),
      ("object", Cell.of(object?.text)), ("objectAmong", Cell.of(objectAmong)),
      ("role", Cell.of(role?.rawValue)), ("functions", Cell.of(functions)),
      ("services", Cell.of(services)), ("areas", Cell.of(areas)),
      ("basis", Cell.of(basis?.rawValue)), ("strength", Cell.of(strength?.rawValue)),
      ("shareOfObject", Cell.of(shareOfObject)), ("shareOfSubject", Cell.of(shareOfSubject)),
      ("shareBasis", Cell.of(shareBasis)), ("instrument", Cell.of(instrument)),
    ] + provenance.cells
  }
}

extension Arrangement {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id.text)), ("kind", Cell.of(kind.rawValue)), ("name", Cell.of(name)),
      ("form", Cell.of(form)),
      ("functions", Cell.of(functions)), ("services", Cell.of(services)),
      ("areas", Cell.of(areas)), ("basis", Cell.of(basis?.rawValue)),
      ("instrument", Cell.of(instrument)),
    ] + provenance.cells
  }
}

extension Party {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("arrangement", Cell.of(arrangement.text)),
      ("organisation", Cell.of(organisation.text)),
      ("role", Cell.of(role.rawValue)),
    ] + provenance.cells
  }
}

extension Forum {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id.text)), ("kind", Cell.of(kind)), ("name", Cell.of(name)),
      ("parent", Cell.of(parent?.text)),
      ("parentArrangement", Cell.of(parentArrangement?.text)), ("level", Cell.of(level?.rawValue)),
      ("decisionMaking", Cell.of(decisionMaking)), ("statutory", Cell.of(statutory)),
      ("instrument", Cell.of(instrument)), ("meetsInPublic", Cell.of(meetsInPublic)),
      ("meetingsPerYear", Cell.of(meetingsPerYear)), ("durationHours", Cell.of(durationHours)),
      ("members", Cell.of(members)), ("reportsTo", Cell.of(reportsTo?.text)),
      ("functions", Cell.of(functions)), ("services", Cell.of(services)),
    ] + provenance.cells
  }
}

extension Seat {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("forum", Cell.of(forum.text)),
      ("organisation", Cell.of(organisation?.text)),
      ("arrangement", Cell.of(arrangement?.text)), ("role", Cell.of(role.rawValue)),
      ("voting", Cell.of(voting)), ("post", Cell.of(post)), ("holder", Cell.of(holder)),
      ("count", Cell.of(count)), ("represents", Cell.of(represents)),
      ("recusal", Cell.of(recusal)),
    ] + provenance.cells
  }
}

extension Succession {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("kind", Cell.of(kind.rawValue)),
      ("predecessor", Cell.of(predecessor.text)),
      ("successor", Cell.of(successor?.text)), ("date", Cell.of(date.description)),
      ("share", Cell.of(share)), ("shareBasis", Cell.of(shareBasis)), ("source", Cell.of(source)),
      ("confidence", Cell.of(confidence.rawValue)), ("note", Cell.of(note)),
    ]
  }
}

extension Source {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("title", Cell.of(title)), ("publisher", Cell.of(publisher)),
      ("url", Cell.of(url)),
      ("asOf", Cell.of(asOf?.description)), ("licence", Cell.of(licence)), ("note", Cell.of(note)),
    ]
  }
}

extension Parameter {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("forumKind", Cell.of(forumKind)), ("forum", Cell.of(forum?.text)),
      ("organisation", Cell.of(organisation?.text)), ("sector", Cell.of(sector?.rawValue)),
      ("symbol", Cell.of(symbol)), ("low", Cell.of(low)),
      ("mode", Cell.of(mode)), ("high", Cell.of(high)), ("unit", Cell.of(unit)),
      ("provenance", Cell.of(origin.rawValue)), ("basis", Cell.of(basis)),
      ("source", Cell.of(source)),
      ("confidence", Cell.of(confidence.rawValue)), ("note", Cell.of(note)),
    ]
  }
}

extension Decision {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("finding", Cell.of(finding)), ("kind", Cell.of(kind)),
      ("subject", Cell.of(subject?.text)), ("function", Cell.of(function)),
      ("decidedBy", Cell.of(decidedBy)), ("reason", Cell.of(reason)),
    ] + provenance.cells
  }
}

extension InformationReturn {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("family", Cell.of(family)),
      ("organisation", Cell.of(organisation.text)), ("recipient", Cell.of(recipient.text)),
      ("timesPerYear", Cell.of(timesPerYear)), ("functions", Cell.of(functions)),
    ] + provenance.cells
  }
}

extension Completeness {
  var cells: [(column: String, content: CellContent)] {
    [
      ("id", Cell.of(id)), ("subject", Cell.of(subject.text)),
      ("aspect", Cell.of(aspect.rawValue)),
    ] + provenance.cells
  }
}

extension Provenance {
  /// The columns with which every dated table ends.
  fileprivate var cells: [(column: String, content: CellContent)] {
    [
      ("from", Cell.of(period.from?.description)), ("to", Cell.of(period.to?.description)),
      ("source", Cell.of(source)), ("confidence", Cell.of(confidence.rawValue)),
      ("note", Cell.of(note)),
    ]
  }
}

/// What goes into a cell.
enum CellContent {
  case text(String)
  case items([String])

  /// The text of the cell.
  var text: String {
    switch self {
    case .text(let text): text
    case .items(let items): items.joined(separator: String(PackageSchema.listSeparator))
    }
  }
}

/// The contents of cells; blank for what is not known.
private enum Cell {
  static func of(_ text: String?) -> CellContent { .text(text ?? "") }

  static func of(_ value: Double?) -> CellContent { .text(value.map(PlainNumber.text) ?? "") }

  static func of(_ value: Bool?) -> CellContent { .text(value.map { $0 ? "true" : "false" } ?? "") }

  static func of(_ items: [String]) -> CellContent { .items(items) }

  static func of(_ codes: [Code]) -> CellContent { .items(codes.map(\.text)) }
}
