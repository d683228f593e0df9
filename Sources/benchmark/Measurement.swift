import Foundation

/// How long a piece of work took, and how much memory it needed beside what was there before.
struct Measurement {
  /// The best of the runs, in seconds.
  let seconds: Double

  /// The highest resident memory during the first run over that before it, in bytes; nil where the
  /// system does not tell, or where it is lost among what the process holds anyway.
  let peakBytes: Int?

  /// What the work came to: a number that other tools can be held against.
  let answer: Int

  /// Does a piece of work several times.
  init(runs: Int, _ work: () throws -> Int) rethrows {
    let clock = ContinuousClock()
    var best = Double.infinity
    var answer = 0
    let before = PeakMemory.restart()
    var peakBytes: Int?
    for run in 0..<runs {
      let start = clock.now
      answer = try work()
      best = min(best, start.duration(to: clock.now) / .seconds(1))
      if run == 0, let before, let after = PeakMemory.peak(), after - before > 1 << 20 {
        peakBytes = after - before
      }
    }
    seconds = best
    self.peakBytes = peakBytes
    self.answer = answer
  }
}

/// The highest resident memory of this process since it was last asked to start anew.
private enum PeakMemory {
  /// Returns freed memory to the system and starts anew; the resident memory now, in bytes.
  static func restart() -> Int? {
    // Not in the module that Foundation offers of the C library.
    if let trim = dlsym(nil, "malloc_trim") {
      typealias Trim = @convention(c) (Int) -> CInt
      _ = unsafeBitCast(trim, to: Trim.self)(0)
    }
    // Linux forgets the peak so far when it is told 5.
    guard let file = fopen("/proc/self/clear_refs", "w") else { return nil }
    fputs("5", file)
    fclose(file)
    return peak()
  }

  /// The highest resident memory since, in bytes.
  static func peak() -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return nil }
    return kibibytes * 1024
  }
}
