import Dispatch
import Glibc
import Synchronization

/// Draws many pictures at once in processes of their own.
///
/// Graphviz crashes on some valid drawings and takes for ever over others, so everything that
/// draws more than one picture should go through here: each worker is a process of the program
/// itself, started with arguments that lead it to ``RenderWorker/run(input:output:)``. One that
/// dies, hangs or grows old is replaced; the picture it was at is tried once more in a simpler
/// form and otherwise fails alone. Workers start with the first picture, stay for the next
/// batch and end with the pool.
public final class RenderPool: Sendable {
  /// Processes that share the work.
  public var workers: Int { slots.count }

  private let slots: [WorkerSlot]

  /// Creates a pool without starting anything.
  ///
  /// - Parameters:
  ///   - executable: Path of the program.
  ///   - arguments: What makes it a worker, such as `["render-worker"]`.
  ///   - workers: Number of processes, at least one; as many as there are processors if nil.
  ///   - limits: What a worker may use.
  public init(
    executable: String, arguments: [String], workers: Int? = nil,
    limits: RenderLimits = RenderLimits()
  ) {
    let count = max(workers ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
    slots = (0..<count).map { _ in
      WorkerSlot(executable: executable, arguments: arguments, limits: limits)
    }
  }

  /// Draws all jobs and returns when the last is done.
  ///
  /// The outcomes come in the order of the jobs, whatever order they were drawn in. When the
  /// task is cancelled, pictures not begun fail with stage `worker`.
  ///
  /// - Parameters:
  ///   - jobs: What to draw.
  ///   - progress: Called after each picture from threads of the pool's own, one at a time; it
  ///     should be quick.
  public func render(
    _ jobs: [RenderJob], progress: (@Sendable (RenderProgress) -> Void)? = nil
  ) async -> RenderReport {
    let batch = RenderBatch(jobs, progress: progress)
    let start = Clock.now()
    await withTaskCancellationHandler {
      await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
        let group = DispatchGroup()
        for slot in slots.prefix(max(jobs.count, 1)) { slot.work(through: batch, in: group) }
        group.notify(queue: .global()) { done.resume() }
      }
    } onCancel: {
      batch.cancel()
    }
    return batch.report(workers: workers, elapsed: Clock.now() - start)
  }
}

/// A worker's place: the thread that talks to it, and the process while there is one.
final class WorkerSlot: Sendable {
  private let executable: String
  private let arguments: [String]
  private let limits: RenderLimits
  /// A serial queue has a thread of its own, which may block.
  private let queue = DispatchQueue(label: "footprints.render-worker")
  private let worker = Mutex<WorkerProcess?>(nil)

  init(executable: String, arguments: [String], limits: RenderLimits) {
    self.executable = executable
    self.arguments = arguments
    self.limits = limits
  }

  /// Takes jobs from the batch until there are none left.
  func work(through batch: RenderBatch, in group: DispatchGroup) {
    queue.async(group: group) {
      self.worker.withLock { worker in
        while let (index, job) = batch.next() {
          var attempts = RenderAttempts()
          let outcome = self.draw(job, &worker, &attempts)
          batch.finish(index, outcome, attempts)
        }
      }
    }
  }

  // MARK: One picture

  private func draw(
    _ job: RenderJob, _ worker: inout WorkerProcess?, _ attempts: inout RenderAttempts
  ) -> RenderOutcome {
    do throws(GraphvizError) {
      let request = try job.request()
      let first: GraphvizError
      switch attempt(request, &worker, &attempts) {
      case .success(let rendering):
        return RenderOutcome(result: .success(rendering), wasSimplified: false)
      case .failure(let error): first = error
      }
      return try retry(job, request, after: first, &worker, &attempts)
    } catch {
      return RenderOutcome(result: .failure(error), wasSimplified: false)
    }
  }

  /// Once more in a simpler form; or as it was, if there is none and the worker just died.
  private func retry(
    _ job: RenderJob, _ request: RenderRequest, after first: GraphvizError,
    _ worker: inout WorkerProcess?, _ attempts: inout RenderAttempts
  ) throws(GraphvizError) -> RenderOutcome {
    guard [.layout, .render, .worker].contains(first.stage) else { throw first }
    let simple = try job.simplifiedRequest()
    guard let second = simple ?? (attempts.wasLate || first.stage != .worker ? nil : request)
    else { throw first }
    switch attempt(second, &worker, &attempts) {
    case .success(let rendering):
      return RenderOutcome(result: .success(rendering), wasSimplified: simple != nil)
    case .failure(let error):
      let form = simple == nil ? "a second time" : "in a simpler form"
      throw GraphvizError(first.stage, "\(first.message); \(form): \(error.message)")
    }
  }

  private func attempt(
    _ request: RenderRequest, _ worker: inout WorkerProcess?, _ attempts: inout RenderAttempts
  ) -> Result<Rendering, GraphvizError> {
    let start = Clock.now()
    defer { attempts.busySeconds += Clock.now() - start }
    do throws(GraphvizError) {
      try ensureFresh(&worker)
    } catch {
      return .failure(error)
    }
    guard var active = worker.take() else {
      return .failure(GraphvizError(.worker, "no process could be started"))
    }
    do throws(Channel.Failure) {
      let reply = try active.render(request.frame, deadline: limits.deadline)
      worker = consume active
      if case .success(let rendering) = reply.result {
        attempts.graphvizSeconds += rendering.seconds
      }
      return reply.result
    } catch {
      attempts.losses += 1
      attempts.wasLate = error == .late
      let words = active.lastWords()
      return .failure(
        GraphvizError(
          .worker,
          error == .late
            ? "not drawn within \(Numerals.text(limits.deadline)) seconds"
            : "the process drawing it \(words)"))
    }
  }

  private func ensureFresh(_ worker: inout WorkerProcess?) throws(GraphvizError) {
    if let active = worker.take() {
      if active.renders < limits.rendersPerWorker { worker = consume active }
    }
    if worker == nil {
      worker = try WorkerProcess(executable: executable, arguments: arguments, limits: limits)
    }
  }
}

/// What the attempts at one picture cost.
struct RenderAttempts: Hashable, Sendable {
  var graphvizSeconds = 0.0
  var busySeconds = 0.0
  var losses = 0
  var wasLate = false
}

/// The jobs of one call and what has become of them.
final class RenderBatch: Sendable {
  private struct State {
    var next = 0
    var outcomes: [RenderOutcome?]
    var finished = 0
    var sum = RenderAttempts()
    var isCancelled = false
  }

  private let jobs: [RenderJob]
  private let progress: (@Sendable (RenderProgress) -> Void)?
  private let state: Mutex<State>

  init(_ jobs: [RenderJob], progress: (@Sendable (RenderProgress) -> Void)?) {
    self.jobs = jobs
    self.progress = progress
    state = Mutex(State(outcomes: Array(repeating: nil, count: jobs.count)))
  }

  /// The next job that nobody has taken, with its place.
  func next() -> (Int, RenderJob)? {
    state.withLock { state in
      guard state.next < jobs.count, !state.isCancelled else { return nil }
      defer { state.next += 1 }
      return (state.next, jobs[state.next])
    }
  }

  func finish(_ index: Int, _ outcome: RenderOutcome, _ attempts: RenderAttempts) {
    state.withLock { state in
      state.outcomes[index] = outcome
      state.finished += 1
      state.sum.graphvizSeconds += attempts.graphvizSeconds
      state.sum.busySeconds += attempts.busySeconds
      state.sum.losses += attempts.losses
      progress?(RenderProgress(finished: state.finished, total: jobs.count))
    }
  }

  func cancel() {
    state.withLock { $0.isCancelled = true }
  }

  func report(workers: Int, elapsed: Double) -> RenderReport {
    state.withLock { state in
      let cancelled = RenderOutcome(
        result: .failure(GraphvizError(.worker, "cancelled before it was begun")),
        wasSimplified: false)
      return RenderReport(
        outcomes: state.outcomes.map { $0 ?? cancelled }, workers: workers,
        elapsedSeconds: elapsed, graphvizSeconds: state.sum.graphvizSeconds,
        busySeconds: state.sum.busySeconds, losses: state.sum.losses)
    }
  }
}
