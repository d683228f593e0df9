import Governance
import OrderedCollections

/// A line for a terminal, with what it is, so that a terminal may set it apart.
public struct TextLine: Hashable, Sendable {
  /// What a line is.
  public enum Style: Hashable, Sendable {
    case heading, body
  }

  /// The text.
  public let text: String
  /// What it is.
  public let style: Style

  init(_ text: String, _ style: Style = .body) {
    self.text = TextTable.printable(text)
    self.style = style
  }

  /// A line with nothing on it.
  public static let blank = TextLine("")
}

extension TextLine {
  /// The line as several of at most so many columns, broken between words.
  func wrapped(to width: Int) -> [TextLine] {
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !current.isEmpty, TextTable.width(current) + 1 + TextTable.width(String(word)) > width {
        lines.append(current)
        current = String(word)
      } else {
        current += (current.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [current]).map { TextLine($0, style) }
  }
}

/// A footprint at a glance.
public struct FootprintText {
  private let footprint: Footprint
  private let atlas: Atlas

  /// Prepares the text of a footprint.
  ///
  /// - Parameters:
  ///   - footprint: the footprint.
  ///   - atlas: the atlas it was computed from, for names.
  public init(_ footprint: Footprint, in atlas: Atlas) {
    self.footprint = footprint
    self.atlas = atlas
  }

  /// Title, summary, table of ICSs, and what else is known or not known; prose is wrapped.
  public var lines: [TextLine] {
    let prose = { (lines: [TextLine]) in lines.flatMap { $0.wrapped(to: 100) } }
    return [title, TextLine(kindLine), TextLine("")] + prose([TextLine(summary)]) + systemTable
      + prose(unresolved + places + [TextLine("")] + rest)
  }

  private var title: TextLine {
    TextLine("\(footprint.provider.name) (\(footprint.provider.id))", .heading)
  }

  private var kindLine: String {
    let sectors = footprint.provider.sectors.map(Wording.sector)
    let what =
      sectors.isEmpty
      ? "Provider" : Wording.list(sectors).capitalisedFirst + " trust"
    return "\(what), on \(footprint.date.longForm)"
  }

  private var summary: String {
    var sentences: [String] = []
    let regions = footprint.regions.map { atlas.name(of: $0.region) }
    if footprint.leastSystemCount == 0 {
      sentences.append("No ICS is recorded in which it works.")
    } else {
      let least = footprint.unresolved.isEmpty ? "" : "at least "
      let count = Wording.counted(footprint.leastSystemCount, "ICS", "ICSs")
      let place = regions.isEmpty ? "" : " in \(Wording.list(regions))"
      sentences.append("Works in \(least)\(count)\(place).")
      let specialised = footprint.systems.count - footprint.localSystems.count
      if specialised > 0 {
        sentences.append("In \(specialised) of them for specialised services only.")
      }
    }
    if let effective = footprint.effectiveSystems, footprint.systems.count > 1 {
      sentences.append("By its shares of work, like \(Wording.decimal(effective)) equal systems.")
    } else if footprint.systems.count > 1 {
      sentences.append("Effective number of systems not known: shares of work are missing.")
    }
    if footprint.straddlesRegions { sentences.append("It straddles regions.") }
    if let home = footprint.home {
      sentences.append("Home: \(atlas.shortName(of: home)).")
    } else {
      let reason = footprint.homeException ?? "not known"
      sentences.append("No home ICS: \(reason)" + (reason.hasSuffix(".") ? "" : "."))
    }
    return sentences.joined(separator: " ")
  }

  private var systemTable: [TextLine] {
    guard !footprint.systems.isEmpty else { return [] }
    let table = TextTable(
      headings: [
        "ICS", "", "Region", "Role", "of the ICS", "of the trust", "How sure", "Services",
      ],
      alignments: [.left, .left, .left, .left, .right, .right],
      rows: footprint.systems.map { reach in
        [
          atlas.shortName(of: reach.system), reach.system.text,
          reach.region.map { atlas.shortName(of: $0) } ?? "not known", Wording.role(reach.role),
          Wording.percentage(reach.shareOfSystem), Wording.percentage(reach.shareOfProvider),
          reach.confidence.rawValue, services(reach.services),
        ]
      })
    let lines = table.lines
    let basis =
      footprint.shareBasis.map {
        [TextLine("Shares are of \($0): of all those of the ICS, and of all those of the trust.")]
      } ?? []
    return [TextLine(""), TextLine(lines[0], .heading)] + lines.dropFirst().map { TextLine($0) }
      + basis
  }

  private func services(_ services: [String]) -> String {
    let text = services.isEmpty ? "not recorded" : services.joined(separator: "; ")
    return text.count <= 60 ? text : text.prefix(57) + "…"
  }

  /// One sentence for each set of candidates, however many records name it.
  private var unresolved: [TextLine] {
    var grouped: OrderedDictionary<[Code], [UnresolvedReach]> = [:]
    for reach in footprint.unresolved { grouped[reach.among, default: []].append(reach) }
    return grouped.map { among, reaches in
      let names = Wording.list(among.map { atlas.shortName(of: $0) })
      let services = reaches.flatMap(\.services)
      let what =
        services.isEmpty ? "Some of its services are" : services.joined(separator: "; ") + ":"
      let weakest = reaches.map(\.confidence).min() ?? .assumed
      return TextLine(
        "\(what) in at least one of \(names); it is not known which\(mark(weakest)).")
    }
  }

  /// What is assumed is marked; how sure the ICSs are stands in their column.
  private func mark(_ confidence: Confidence) -> String {
    confidence == .assumed ? " (assumed)" : ""
  }

  private var places: [TextLine] {
    var lines: [TextLine] = []
    if !footprint.places.isEmpty {
      let names = footprint.places.map { atlas.name(of: $0.place) }
      lines += [
        TextLine(""), TextLine("Places (\(names.count))", .heading),
        TextLine(names.joined(separator: ", ")),
      ]
    }
    if !footprint.systemsWithUnknownPlaces.isEmpty {
      let names = footprint.systemsWithUnknownPlaces.map { atlas.shortName(of: $0) }
      lines.append(TextLine("It is not known which places it serves in \(Wording.list(names))."))
    }
    return lines
  }

  private var rest: [TextLine] {
    var lines: [TextLine] = []
    for host in footprint.hosts {
      let services = host.services.isEmpty ? "" : " (\(host.services.joined(separator: ", ")))"
      let associates =
        host.associates.isEmpty
        ? ""
        : ", with " + Wording.list(host.associates.map { atlas.shortName(of: $0) })
      lines.append(
        TextLine(
          "Lead commissioner\(services): \(atlas.shortName(of: host.lead))\(associates)"
            + "\(mark(host.confidence))."))
    }
    if !footprint.buyers.isEmpty {
      let names = Wording.list(footprint.buyers.map { atlas.shortName(of: $0) })
      lines.append(
        TextLine("Commissioned by \(names) without evidence of local services there."))
    }
    if !footprint.partners.isEmpty, footprint.systems.count > 1 {
      let names = footprint.partners.map { atlas.name(of: $0) }
      lines.append(TextLine("Trusts with the same ICSs: \(Wording.list(names))."))
    }
    lines.append(
      TextLine("Pairs of ICSs it ties together: \(Wording.count(footprint.tiedPairs.count))."))
    return lines
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
