import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

struct ListCommand: ParsableCommand {
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case trusts, icss, places, regions, collaboratives
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists trusts, ICSs, places, regions or collaboratives.",
    discussion: """
      --spans counts ICSs for trusts and collaboratives, and trusts for ICSs. Of a trust it counts \
      an ICS that is known only to be one of several, too.
      """)

  @Argument(help: "trusts, icss, places, regions or collaboratives.")
  var subject: Subject

  @OptionGroup var options: DataOptions

  @Option(name: .long, help: "Only this sector.")
  var sector: Sector?

  @Option(name: .long, help: "Only this region, by code or name.")
  var region: String?

  @Option(name: .long, help: "Only trusts that work in this ICS, by code or name.")
  var ics: String?

  @Option(name: .long, help: "Only what spans at least so many.")
  var spans: Int?

  @Option(name: .long, help: "text, json or csv.")
  var format: ResultFormat = .text

  func validate() throws {
    if let spans, spans < 0 { throw ValidationError("--spans takes a number from 0.") }
    let given = [
      "--sector": sector != nil, "--region": region != nil, "--spans": spans != nil,
      "--ics": ics != nil,
    ]
    let fitting: Set<String> =
      switch subject {
      case .trusts: ["--sector", "--region", "--spans", "--ics"]
      case .icss, .collaboratives: ["--sector", "--region", "--spans"]
      case .places: ["--region"]
      case .regions: []
      }
    let unfit = given.filter { $0.value && !fitting.contains($0.key) }.keys.sorted()
    if let option = unfit.first {
      throw ValidationError("\(option) does not go with a list of \(subject.rawValue).")
    }
  }

  func run() throws {
    let atlas = try RegisterAccess(options).atlas()
    let listing = try listing(atlas)
    switch format {
    case .text: try Output.write(text(listing))
    case .json: try Output.write(JSONDocument.bytes(listing))
    case .csv: try Output.write(csv(listing))
    }
  }

  private func listing(_ atlas: Atlas) throws -> Listing {
    let filter = ListingFilter(
      sector: sector,
      region: try region.map { try atlas.organisation(named: $0, kinds: [.region]).id },
      system: try ics.map { try atlas.organisation(named: $0, kinds: [.ics]).id },
      spansAtLeast: spans)
    return switch subject {
    case .trusts: Listing.trusts(atlas, filter: filter)
    case .icss: Listing.systems(atlas, filter: filter)
    case .places: Listing.places(atlas, filter: filter)
    case .regions: Listing.regions(atlas)
    case .collaboratives: Listing.collaboratives(atlas, filter: filter)
    }
  }

  private func text(_ listing: Listing) -> [String] {
    let counted = Wording.counted(listing.rows.count, "entry", "entries")
    return listing.table.lines + ["", "\(counted) on \(listing.date.longForm)"]
  }

  private func csv(_ listing: Listing) -> Data {
    Data(
      CSVWriter.text(
        header: listing.columns.map(\.key), rows: listing.textRows, guardsFormulas: true
      ).utf8)
  }
}

extension Sector: ExpressibleByArgument {}
