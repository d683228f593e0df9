import Governance

extension Listing {
  /// Every line from a provider to an ICS, by provider, then in geographical order.
  ///
  /// - Parameters:
  ///   - footprints: whose lines.
  ///   - atlas: the atlas they were computed from, for names.
  static func reaches(_ footprints: [Footprint], in atlas: Atlas) -> Listing {
    Listing(
      name: "reaches", date: atlas.date,
      columns: [
        ("provider", "Provider"), ("providerName", "Provider name"), ("sectors", "Sectors"),
        ("ics", "ICS"), ("icsName", "ICS name"), ("region", "Region"), ("role", "Role"),
        ("services", "Services"), ("shareOfICS", "Share of the ICS"),
        ("shareOfTrust", "Share of its own work"), ("shareBasis", "Shares of"),
        ("confidence", "How sure"), ("shareConfidence", "How sure the shares"),
        ("sources", "Sources"),
      ],
      rows: footprints.flatMap { footprint in
        footprint.systems.map { row(of: $0, footprint, atlas) }
      })
  }

  private static func row(
    of reach: SystemReach, _ footprint: Footprint, _ atlas: Atlas
  ) -> [Cell] {
    [
      .text(footprint.provider.id.text), .text(footprint.provider.name),
      .list(footprint.provider.sectors.map(\.rawValue)), .text(reach.system.text),
      .text(atlas.name(of: reach.system)), .optional(reach.region?.text),
      .text(reach.role.rawValue), .list(reach.services), .optional(reach.shareOfSystem),
      .optional(reach.shareOfProvider),
      .optional(reach.shareConfidence == nil ? nil : footprint.shareBasis),
      .text(reach.confidence.rawValue), .optional(reach.shareConfidence?.rawValue),
      .list(reach.sources),
    ]
  }
}
