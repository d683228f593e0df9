import Foundation

// One file per subcommand; each prints tab-separated lines that Scripts/bench makes tables of.
let usage = """
  usage: benchmark graphcore [--edges N,N…] [--runs N] [--only ALGORITHM]
                                                  time the graph algorithms
         benchmark findings [--systems N,N…] [--runs N] [--only STEP]
                                                  time the search for findings
         benchmark load [--runs N] [--only STEP]
                                                  time load under uncertainty, on England
         benchmark edges --edges N -o FOLDER     write the seeded edges for others to read

  """

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch arguments.first {
  case "graphcore": try GraphCoreBenchmark(options: Options(arguments.dropFirst())).run()
  case "findings": try FindingsBenchmark(options: Options(arguments.dropFirst())).run()
  case "load": try LoadBenchmark(options: Options(arguments.dropFirst())).run()
  case "edges": try SeededEdges.write(options: Options(arguments.dropFirst()))
  default: throw UsageError(message: "no such benchmark")
  }
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n\(usage)".utf8))
  exit(64)
}
