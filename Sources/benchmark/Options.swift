/// An argument that does not make sense.
struct UsageError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}

/// What the command line asks for.
struct Options {
  /// The sizes to measure at, in edges.
  var edgeCounts = [10_000, 100_000, 1_000_000, 10_000_000]

  /// The sizes of invented countries to measure at, in ICSs.
  var systemCounts = [250, 1_000, 4_000]

  /// How often each measurement is repeated; the best counts.
  var runs = 3

  /// The one algorithm to measure; nil for all.
  var only: String?

  /// The folder to write to.
  var output: String?

  init(_ arguments: some Sequence<String>) throws {
    var iterator = arguments.makeIterator()
    while let name = iterator.next() {
      guard let value = iterator.next() else { throw UsageError(message: "\(name) needs a value") }
      switch name {
      case "--edges":
        edgeCounts = try value.split(separator: ",").map { try Self.count(String($0)) }
      case "--systems":
        systemCounts = try value.split(separator: ",").map { try Self.count(String($0)) }
      case "--runs": runs = try Self.count(value)
      case "--only": only = value
      case "-o": output = value
      default: throw UsageError(message: "unknown option \(name)")
      }
    }
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(text), count > 0, count <= 1_000_000_000 else {
      throw UsageError(message: "\(text) is not a number from 1 to a thousand million")
    }
    return count
  }
}
