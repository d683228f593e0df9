import Governance

/// Whose rows a strip has.
public enum StripSubject: Hashable, Sendable {
  /// The trusts of a sector; a trust of several is in the strip of each.
  case sector(Sector)
  /// The providers of any sector that work in an ICS.
  case system(Code)
  /// The providers of any sector that work in a region.
  case region(Code)

  /// Whether a footprint belongs to it.
  func includes(_ footprint: Footprint) -> Bool {
    switch self {
    case .sector(let sector):
      footprint.provider.kind == .trust && footprint.provider.sectors.contains(sector)
    case .system(let code): footprint.systems.contains { $0.system == code }
    case .region(let code): footprint.regions.contains { $0.region == code }
    }
  }

  /// What it has rows of: "mental health trust", "provider in Essex".
  func noun(in atlas: Atlas) -> (one: String, many: String) {
    switch self {
    case .sector(let sector):
      let kind = Words.sector(sector)
      return ("\(kind) trust", "\(kind) trusts")
    case .system(let code), .region(let code):
      let place = Words.systemName(atlas.name(of: code))
      return ("provider in \(place)", "providers in \(place)")
    }
  }

  /// What a row is about.
  var row: String {
    if case .sector = self { "Trust" } else { "Provider" }
  }

  /// As part of a file name.
  var stem: String {
    switch self {
    case .sector(let sector): Words.sector(sector).split(separator: " ").joined(separator: "-")
    case .system(let code), .region(let code): FootprintView.stem(code)
    }
  }
}
