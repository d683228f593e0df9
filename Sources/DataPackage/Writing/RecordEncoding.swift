import Governance

extension Organisation {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id.text), ("kind", kind.rawValue), ("name", name), ("shortName", Cell.of(shortName)),
      ("sectors", Cell.of(sectors.map(\.rawValue))), ("legalForm", Cell.of(legalForm?.rawValue)),
      ("onsCode", Cell.of(onsCode)), ("postcode", Cell.of(postcode)),
      ("latitude", Cell.of(location?.latitude)), ("longitude", Cell.of(location?.longitude)),
      ("exception", Cell.of(exception)),
    ] + provenance.cells
  }
}

extension Measure {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id), ("organisation", organisation.text), ("measure", kind.rawValue),
      ("value", Cell.of(value)), ("unit", unit),
    ] + provenance.cells
  }
}

extension Relation {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id), ("kind", kind.rawValue), ("subject", subject.text),
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
  var cells: [(column: String, cell: String)] {
    [
      ("id", id.text), ("kind", kind.rawValue), ("name", name), ("form", Cell.of(form)),
      ("functions", Cell.of(functions)), ("services", Cell.of(services)),
      ("areas", Cell.of(areas)), ("basis", Cell.of(basis?.rawValue)),
      ("instrument", Cell.of(instrument)),
    ] + provenance.cells
  }
}

extension Party {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id), ("arrangement", arrangement.text), ("organisation", organisation.text),
      ("role", role.rawValue),
    ] + provenance.cells
  }
}

extension Forum {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id.text), ("kind", kind), ("name", name), ("parent", Cell.of(parent?.text)),
      ("parentArrangement", Cell.of(parentArrangement?.text)), ("level", Cell.of(level?.rawValue)),
      ("decisionMaking", Cell.of(decisionMaking)), ("statutory", Cell.of(statutory)),
      ("meetingsPerYear", Cell.of(meetingsPerYear)), ("durationHours", Cell.of(durationHours)),
      ("members", Cell.of(members)), ("reportsTo", Cell.of(reportsTo?.text)),
      ("functions", Cell.of(functions)), ("services", Cell.of(services)),
    ] + provenance.cells
  }
}

extension Seat {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id), ("forum", forum.text), ("organisation", Cell.of(organisation?.text)),
      ("arrangement", Cell.of(arrangement?.text)), ("role", role.rawValue),
      ("voting", Cell.of(voting)), ("post", Cell.of(post)), ("count", Cell.of(count)),
      ("represents", Cell.of(represents)),
    ] + provenance.cells
  }
}

extension Succession {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id), ("kind", kind.rawValue), ("predecessor", predecessor.text),
      ("successor", Cell.of(successor?.text)), ("date", date.description),
      ("share", Cell.of(share)), ("shareBasis", Cell.of(shareBasis)), ("source", source),
      ("confidence", confidence.rawValue), ("note", Cell.of(note)),
    ]
  }
}

extension Source {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id), ("title", title), ("publisher", Cell.of(publisher)), ("url", Cell.of(url)),
      ("asOf", Cell.of(asOf?.description)), ("licence", Cell.of(licence)), ("note", Cell.of(note)),
    ]
  }
}

extension Parameter {
  var cells: [(column: String, cell: String)] {
    [
      ("id", id), ("forumKind", forumKind), ("symbol", symbol), ("low", Cell.of(low)),
      ("mode", Cell.of(mode)), ("high", Cell.of(high)), ("unit", unit),
      ("provenance", origin.rawValue), ("basis", Cell.of(basis)), ("source", source),
      ("confidence", confidence.rawValue), ("note", Cell.of(note)),
    ]
  }
}

extension Provenance {
  /// The columns with which every dated table ends.
  fileprivate var cells: [(column: String, cell: String)] {
    [
      ("from", Cell.of(period.from?.description)), ("to", Cell.of(period.to?.description)),
      ("source", source), ("confidence", confidence.rawValue), ("note", Cell.of(note)),
    ]
  }
}

/// The texts of cells; blank for what is not known.
private enum Cell {
  static func of(_ text: String?) -> String { text ?? "" }

  static func of(_ value: Double?) -> String { value.map(PlainNumber.text) ?? "" }

  static func of(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "" }

  static func of(_ items: [String]) -> String {
    items.joined(separator: String(PackageSchema.listSeparator))
  }

  static func of(_ codes: [Code]) -> String { of(codes.map(\.text)) }
}
