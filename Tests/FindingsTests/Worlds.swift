import DataPackage
import Foundation
import Governance
import Graphs

/// A register on a day under a regime, for laws to be tried on.
struct World: Sendable {
  let name: String
  var register: Register
  let date: CalendarDate
  var regime: Regime

  func report() -> FindingsReport {
    AccountabilityGraph(register, on: date, under: regime).findings()
  }

  private static let read = Result { try readAll() }

  /// England after the mergers of April 2026, the invented example, and every case.
  static func all() throws -> [World] { try read.get() }

  private static func readAll() throws -> [World] {
    let library = try required(
      RegimeReader().library(folder: required(Library.regimes.folder).path).library)
    var worlds: [World] = []
    for (dataset, day) in [
      (Dataset.england, "2026-04-01"), (.example, "2026-04-01"),
    ] {
      let date = try required(CalendarDate(iso: day))
      worlds.append(
        World(
          name: "\(dataset.rawValue) \(day)",
          register: try required(
            PackageLoader().load(folder: required(dataset.folder).path).register),
          date: date, regime: try required(library.inForce(on: date))))
    }
    for kind in FindingKind.allCases {
      let url = try required(Library.cases.folder).appendingPathComponent("\(kind.code).yaml")
      let (file, text) = try CaseFile.read(url)
      let regime = try required(
        RegimeReader().regime(text, named: url.lastPathComponent, extending: library).regime)
      for one in file.cases {
        guard let register = try CasePackage(tables: one.tables).load().register else { continue }
        worlds.append(
          World(
            name: "\(kind.code) \(one.name)", register: register,
            date: try required(CalendarDate(iso: one.on)), regime: regime))
      }
    }
    return worlds
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014), so that shuffles repeat.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
