import Foundation
import Synchronization
import Testing

@testable import Graphviz

/// Serialized, since these measure processes and time.
@Suite("Worker pool", .serialized)
struct PoolTests {
  /// A node both in a cluster and in a rank group, without the attribute the writer would add.
  private static let crashing = """
    digraph { subgraph cluster_a { a; b } subgraph cluster_b { c } a -> b -> c
    { rank=same; b; c; d } d [peripheries=2000000000] }
    """

  @Test("Three hundred good graphs are drawn though one crashes and one hangs")
  func mixed() async throws {
    var jobs = (0..<300).map {
      RenderJob(Samples.clustered(seed: UInt64($0)), engine: .dot, formats: [.svg])
    }
    jobs.insert(RenderJob(unsafeDOT: Self.crashing, engine: .dot, formats: [.svg]), at: 100)
    jobs.insert(RenderJob(Samples.complete(100), engine: .dot, formats: [.svg]), at: 200)
    let seen = Mutex<[Int]>([])
    let report = await Program.pool(deadline: 1.5).render(jobs) { progress in
      seen.withLock { $0.append(progress.finished) }
    }
    #expect(seen.withLock { $0 } == Array(1...302))
    #expect(report.outcomes.count == 302)
    let context = try GraphvizContext()
    for (index, outcome) in report.outcomes.enumerated() where index != 100 && index != 200 {
      let svg = try outcome.result.get()[.svg]
      #expect(svg?.isEmpty == false && !outcome.wasSimplified)
      if index % 50 == 0 {
        let here = try context.render(jobs[index].request())
        let same = svg == here[.svg]
        #expect(same, "the same bytes as in this process")
      }
    }
    for (index, word) in [(100, "died of"), (200, "not drawn within 1.5 seconds")] {
      let error = #expect(throws: GraphvizError.self) {
        try report.outcomes[index].result.get()
      }
      #expect(error?.stage == .worker)
      #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
    }
    #expect(report.losses == 4)
    #expect(report.graphvizSeconds > 0 && report.busySeconds > report.graphvizSeconds)
  }

  @Test("Memory stays bounded over two thousand clustered renders")
  func memory() async throws {
    let pool = Program.pool()
    let largest = Mutex(0)
    let jobs = (0..<2_000).map {
      RenderJob(Samples.clustered(seed: UInt64($0 % 50)), engine: .dot, formats: [.svg])
    }
    let report = await pool.render(jobs) { progress in
      guard progress.finished % 20 == 0 else { return }
      let sizes = Program.workerProcesses().compactMap(Program.resident)
      largest.withLock { $0 = max($0, sizes.max() ?? 0) }
    }
    #expect(report.outcomes.allSatisfy { (try? $0.result.get()) != nil })
    #expect(report.losses == 0)
    let megabytes = Double(largest.withLock { $0 }) / 1_048_576
    #expect(megabytes > 5, "the workers were seen")
    #expect(megabytes < 72, "a worker grew to \(megabytes) MB")
  }

  @Test("Workers end with their pool")
  func ending() async throws {
    do {
      let pool = Program.pool(workers: 2)
      let jobs = (0..<8).map {
        RenderJob(Samples.clustered(seed: UInt64($0)), engine: .dot, formats: [.svg])
      }
      _ = await pool.render(jobs)
      #expect(!Program.workerProcesses().isEmpty)
      withExtendedLifetime(pool) {}
    }
    // The queues that hold the workers let go of them a moment later.
    for _ in 0..<100 where !Program.workerProcesses().isEmpty {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(Program.workerProcesses().isEmpty)
  }

  @Test("A worker ends when its parent goes away")
  func orphan() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["render-worker"]
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
  }

  @Test("A worker serves over plain pipes as well, and answers nonsense with silence")
  func pipes() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["render-worker"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let channel = Channel(
      input: output.fileHandleForReading.fileDescriptor,
      output: input.fileHandleForWriting.fileDescriptor)
    try channel.send(RenderLimits().frame)
    let request = try RenderJob(Samples.clustered(seed: 1), engine: .dot, formats: [.svg]).request()
    try channel.send(request.frame)
    let reply = try #require(RenderReply(frame: try channel.receive()))
    #expect(try reply.result.get()[.svg]?.isEmpty == false)
    try channel.send([1, 2, 3])
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
  }

  @Test("What cannot be started fails every picture with a reason")
  func missing() async {
    for (path, words) in [
      ("/nonexistent/program", "could not be started"), ("/bin/true", "ended with status 0"),
    ] {
      let pool = RenderPool(executable: path, arguments: [], workers: 1)
      let report = await pool.render([
        RenderJob(Samples.clustered(seed: 1), engine: .dot, formats: [.svg])
      ])
      let error = #expect(throws: GraphvizError.self) { try report.outcomes[0].result.get() }
      #expect(error?.stage == .worker)
      #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
  }

  @Test("A worker that asks for too much memory fails alone")
  func memoryLimit() async throws {
    var limits = RenderLimits()
    limits.memory = 400 << 20
    let pool = RenderPool(
      executable: Program.path, arguments: ["render-worker"], workers: 1, limits: limits)
    var vast = Samples.clustered(seed: 1)
    vast.attributes.page = DOTSize(14_400, 14_400)
    let report = await pool.render([
      RenderJob(vast, engine: .dot, formats: [.png]),
      RenderJob(Samples.clustered(seed: 1), engine: .dot, formats: [.png]),
    ])
    #expect(throws: GraphvizError.self) { try report.outcomes[0].result.get() }
    #expect(throws: Never.self) { try report.outcomes[1].result.get() }
  }

  @Test("A picture that only its simpler form can be drawn of is drawn so, and says so")
  func simpler() async throws {
    // Orthogonal edges over many nodes take far longer than straight ones.
    var graph = Samples.clustered(seed: 4, nodes: 400, clusters: 1)
    graph.attributes.splines = .ortho
    let simple = try await seconds(of: graph.simplified())
    let full = try await seconds(of: graph)
    try #require(full > simple * 3, "the sample no longer tells: \(full), \(simple)")
    let report = await Program.pool(workers: 1, deadline: (simple * full).squareRoot() + 0.2)
      .render([RenderJob(graph, engine: .dot, formats: [.svg])])
    #expect(report.outcomes[0].wasSimplified)
    #expect(throws: Never.self) { try report.outcomes[0].result.get() }
  }

  private func seconds(of graph: DOTGraph) async throws -> Double {
    let report = await Program.pool(workers: 1).render([
      RenderJob(graph, engine: .dot, formats: [.svg])
    ])
    return try report.outcomes[0].result.get().seconds
  }

  @Test("Bad drawings and bad options fail before any worker is asked")
  func invalid() async {
    let pool = RenderPool(executable: "/nonexistent", arguments: [], workers: 1)
    let report = await pool.render([
      RenderJob(
        DOTGraph(edges: [DOTEdge(from: "a", to: "b")]), engine: .dot, formats: [.svg]),
      RenderJob(DOTGraph(), engine: .dot, formats: []),
      RenderJob(
        DOTGraph(), engine: .dot, formats: [.png], options: RenderOptions(resolution: 1e6)),
    ])
    for outcome in report.outcomes {
      let error = #expect(throws: GraphvizError.self) { try outcome.result.get() }
      #expect(error?.stage == .validate)
    }
  }

  @Test("No jobs, a cancelled task and two batches at once")
  func edges() async throws {
    let pool = Program.pool()
    #expect(await pool.render([]).outcomes.isEmpty)
    let jobs = (0..<40).map {
      RenderJob(Samples.clustered(seed: UInt64($0)), engine: .dot, formats: [.svg])
    }
    async let one = pool.render(jobs)
    async let two = pool.render(jobs)
    let (first, second) = await (one, two)
    for (a, b) in zip(first.outcomes, second.outcomes) {
      let same = try a.result.get()[.svg] == b.result.get()[.svg]
      #expect(same)
    }
    let task = Task { await pool.render(jobs + jobs + jobs + jobs + jobs) }
    task.cancel()
    let cancelled = await task.value
    #expect(cancelled.outcomes.count == 200)
    #expect(cancelled.outcomes.contains { (try? $0.result.get()) == nil })
  }

  @Test("The finishing is done by the worker")
  func finishing() async throws {
    let job = RenderJob(
      Samples.clustered(seed: 1), engine: .dot, formats: [.svg, .pdf],
      options: RenderOptions(finishing: Samples.finishing))
    let report = await Program.pool(workers: 1).render([job])
    let svg = try #require(try report.outcomes[0].result.get()[.svg])
    #expect(String(decoding: svg, as: UTF8.self).contains("id=\"p1-title\""))
  }
}
