import Governance

/// The page that says on what everything rests.
struct DataPage {
  let content: PackContent

  private var quality: DataQuality { content.quality }

  /// The page.
  func page() -> Page {
    Page(
      path: SiteMap.data, section: .data, heading: "Data and confidence", summary: lead,
      body: .group([
        Tag.p(.class("lead")) { lead }, meaning, tables, gaps, parameters, licences, sources,
      ]))
  }

  private var lead: String {
    var inForce = 0
    var assumed = 0
    for count in quality.tables.values {
      inForce += count.byConfidence.values.reduce(0, +)
      assumed += count.byConfidence[.assumed] ?? 0
    }
    let share = inForce == 0 ? nil : Double(assumed) / Double(inForce)
    return "This pack rests on \(Wording.counted(inForce, "record")) in force on \(content.day) "
      + "from \(Wording.counted(content.register.sources.count, "source")); "
      + "\(Wording.count(assumed)) of them (\(Wording.percentage(share))) are assumed."
  }

  private var meaning: HTML {
    Part.section("What the words mean") {
      Part.facts([
        ("Recorded", .text("The source says it.")),
        ("Derived", .text("Computed, or read off from what a source says.")),
        (
          "Assumed",
          .group([
            .text("Judgement or general knowledge. Marked "),
            Tag.span(.class("assumed")) { "assumed" }, .text(" wherever it is shown."),
          ])
        ),
        (
          "Not known",
          .group([
            .text("No record says it. Shown as "), Part.unknown,
            .text(", left out of every sum and count, never taken for nothing."),
          ])
        ),
      ])
    }
  }

  private var tables: HTML {
    Part.section("How many records, how sure") {
      Table(
        caption: "Records by table and confidence, \(content.day)",
        columns: [
          .text("Table"), .number("Records on any day"), .number("On \(content.day)"),
          .number("Recorded"), .number("Derived"), .number("Assumed"),
        ],
        rows: quality.tables.map { table, count in
          [
            .text(Wording.table(table)), .text(Wording.count(count.records)),
            .text(Wording.count(count.inForce)), number(count, .recorded, in: table),
            number(count, .derived, in: table), number(count, .assumed, in: table),
          ]
        }
      ).html()
      Part.basis(
        "Succession, parameters and sources have no period and count on any day. Sources have no "
          + "confidence of their own.")
    }
  }

  private func number(
    _ count: DataQuality.ConfidenceCount, _ confidence: Confidence, in table: Register.Table
  ) -> HTML {
    table == .sources ? .text("–") : .text(Wording.count(count.byConfidence[confidence] ?? 0))
  }

  private var gaps: HTML {
    Part.section("What is not known") {
      Table(
        caption: "What is not known on \(content.day)",
        columns: [
          .text("What"), .number("Not known"), .number("Of"), .text("Counted in"),
          .text("For whom"),
        ],
        rows: quality.gaps.map { gap in
          [
            .text(Wording.gap(gap.subject)), .text(Wording.count(gap.missing)),
            .text(Wording.count(gap.total)), .text(Wording.unit(gap.subject)), subjects(of: gap),
          ]
        }
      ).html()
    }
  }

  /// The organisations a gap concerns; where they are many, how many.
  private func subjects(of gap: DataQuality.Gap) -> HTML {
    switch gap.organisations.count {
    case 0: .text("–")
    case 1...8: content.links(gap.organisations, short: true)
    default:
      .text("\(Wording.count(gap.organisations.count)) organisations; their pages say so")
    }
  }

  private var parameters: HTML {
    guard !quality.parameters.isEmpty else { return .nothing }
    return Part.section("Parameters of the load model") {
      Tag.p {
        "The register carries parameters for estimating the hours that governance takes. "
        if content.load == nil {
          "No figure of this pack rests on them."
        } else {
          "No figure of this pack rests on them but those of governance load; "
          Tag.a(.href(.file(SiteMap.loadEvidence))) { "each with what it moves" }
          "."
        }
      }
      Table(
        caption: "Parameters by where their values come from",
        columns: [.text("Where from"), .number("Parameters")],
        rows: quality.parameters.map { origin, count in
          [.text(Wording.capitalised(Wording.origin(origin))), .text(Wording.count(count))]
        }
      ).html()
    }
  }

  private var licences: HTML {
    Part.section("Licences and attribution") {
      Part.list(
        PackAttribution.sentences(for: content.register).map { .text($0) },
        ifNone: "No source names a licence.")
    }
  }

  private var sources: HTML {
    Part.section("Sources") {
      Tag.ol(.class("bibliography")) {
        for source in content.register.sources {
          Tag.li(.id(Anchor("source", source.id))) {
            Part.source(source)
            " (\(Wording.counted(quality.recordsBySource[source.id] ?? 0, "record")))"
          }
        }
      }
    }
  }
}

/// Who is owed a mention, and under what licence.
enum PackAttribution {
  /// One sentence for each licence, for the foot of every page.
  ///
  /// - Parameter register: the register whose sources are asked.
  static func statements(for register: Register) -> [String] {
    Set(register.sources.compactMap(\.licence).filter { !$0.isEmpty }).sorted().map { licence in
      isOpenGovernment(licence)
        ? "Contains public sector information licensed under the \(fullName(of: licence))."
        : "Contains data under: \(licence)."
    }
  }

  /// One sentence for each licence, with the publishers whose data come under it.
  ///
  /// - Parameter register: the register whose sources are asked.
  static func sentences(for register: Register) -> [String] {
    var publishers: [String: [String]] = [:]
    for source in register.sources {
      guard let licence = source.licence, !licence.isEmpty else { continue }
      let known = publishers[licence] ?? []
      let publisher = source.publisher ?? source.title
      publishers[licence] = known.contains(publisher) ? known : known + [publisher]
    }
    return publishers.sorted { $0.key < $1.key }.map { licence, names in
      isOpenGovernment(licence)
        ? "Contains public sector information licensed under the \(fullName(of: licence)), from "
          + "\(Wording.list(names))."
        : "\(licence): \(Wording.list(names))."
    }
  }

  private static func isOpenGovernment(_ licence: String) -> Bool {
    licence.lowercased().hasPrefix("ogl") || licence.lowercased().contains("open government")
  }

  private static func fullName(of licence: String) -> String {
    licence.lowercased().contains("open government") ? licence : "Open Government Licence v3.0"
  }
}
