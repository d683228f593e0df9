import Dispatch
import Synchronization

/// Work on all cores whose outcome does not hang on how many there are.
enum ParallelMap {
  /// What a piece of work gives for each of some numbers from 0, in their order.
  ///
  /// - Parameters:
  ///   - count: how many numbers.
  ///   - threads: how many at most work at once.
  ///   - size: how many numbers are taken up at a time, at least one; `nil` for as many as leave
  ///     eight pieces to a thread.
  ///   - work: the work for one number, which must depend on nothing else that changes.
  static func map<Value: Sendable>(
    _ count: Int, threads: Int, inPiecesOf size: Int? = nil,
    _ work: @Sendable (Int) -> Value
  ) -> [Value] {
    let workers = min(max(1, threads), count)
    guard workers > 1 else { return (0..<count).map(work) }
    let chunk = max(1, size ?? count / (workers * 8))
    let next = Mutex(0)
    let done = Mutex<[(start: Int, values: [Value])]>([])
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let start = next.withLock { next in
          defer { next += chunk }
          return next
        }
        guard start < count else { return }
        let values = (start..<min(count, start + chunk)).map(work)
        done.withLock { $0.append((start, values)) }
      }
    }
    return done.withLock { $0.sorted { $0.start < $1.start }.flatMap(\.values) }
  }
}
