import DataPackage
import Governance

/// The tables of a pack that are made to be taken away.
struct DownloadTables {
  /// A table in the pack.
  struct Entry: Sendable {
    /// The name of its files.
    let name: String
    /// What it is, for people.
    let title: String
    /// Number of rows.
    let rows: Int
    /// Endings of its files.
    var endings = ["csv", "json"]
  }

  let content: PackContent

  /// Writes the tables of findings and the register.
  ///
  /// - Parameter folder: where they go.
  /// - Returns: what was written.
  func write(
    to folder: inout PackFolder
  ) throws(PackError) -> (listings: [Entry], registerFiles: [PackPath]) {
    var entries: [Entry] = []
    for (title, listing) in listings {
      try folder.write(
        CSVWriter.text(
          header: listing.columns.map(\.key), rows: listing.textRows, guardsFormulas: true),
        to: SiteMap.file(ofTable: listing.name, "csv"))
      try folder.write(try json(listing), to: SiteMap.file(ofTable: listing.name, "json"))
      entries.append(Entry(name: listing.name, title: title, rows: listing.rows.count))
    }
    try writeFootprints(to: &folder)
    entries += try writeFindings(to: &folder)
    if let load = content.load {
      entries += try LoadDownloads(content: content, load: load).write(to: &folder)
    }
    return (entries, try writeRegister(to: &folder))
  }

  /// Writes the register as a package that loads as it was.
  private func writeRegister(to folder: inout PackFolder) throws(PackError) -> [PackPath] {
    let files: [(name: String, bytes: [UInt8])]
    do throws(PackageWriteError) {
      files = try PackageWriter().files(of: content.register)
    } catch {
      throw PackError.register(reason: error.description)
    }
    var paths: [PackPath] = []
    for file in files {
      let path = SiteMap.file(ofRegister: file.name)
      try folder.write(file.bytes, to: path)
      paths.append(path)
    }
    return paths
  }

  /// Writes the footprint of every provider that has a page.
  private func writeFootprints(to folder: inout PackFolder) throws(PackError) {
    for footprint in content.providers {
      guard let path = content.map.footprintFile(of: footprint.provider.id) else { continue }
      try folder.write(
        try json(FootprintDocument(footprint, in: content.atlas)), to: path)
    }
  }

  /// Writes the questions, and the functions and decisions map of every ICS.
  private func writeFindings(to folder: inout PackFolder) throws(PackError) -> [Entry] {
    guard let findings = content.findings else { return [] }
    let selection = findings.selection
    try folder.write(
      FindingsTable(selection, includesAll: true).csv, to: SiteMap.file(ofTable: "findings", "csv"))
    try folder.write(
      try json(FindingsDocument([], on: findings.graph.atlas.date, selection: selection)),
      to: SiteMap.file(ofTable: "findings", "json"))
    for profile in content.systems {
      guard let map = FunctionsMap(of: profile.system.id, in: findings.graph),
        let csv = content.map.functionsFile(of: map.system, "csv"),
        let data = content.map.functionsFile(of: map.system, "json")
      else { continue }
      try folder.write(FunctionsMapTable(map, in: findings.graph).csv, to: csv)
      try folder.write(try json(FunctionsMapDocument(map, in: findings.graph)), to: data)
    }
    let rows = selection.findings.count + selection.byDesign.count + selection.settled.count
    return [Entry(name: "findings", title: "Questions about accountability", rows: rows)]
  }

  private var listings: [(title: String, listing: Listing)] {
    [
      ("Who works in which ICS", .reaches(content.survey.footprints, in: content.atlas)),
      ("Trusts", .trusts(content.atlas)),
      ("Integrated care systems", .systems(content.atlas)),
      ("Places", .places(content.atlas)),
      ("Regions", .regions(content.atlas)),
      ("Provider collaboratives", .collaboratives(content.atlas)),
    ]
  }

  private func json(_ document: some Encodable) throws(PackError) -> [UInt8] {
    do throws(EncodingFailure) {
      return Array(try JSONDocument.bytes(document))
    } catch {
      throw PackError.figure(reason: error.reason)
    }
  }
}
