/// A picture for ``RenderPool``.
public struct RenderJob: Hashable, Sendable {
  /// What is drawn.
  enum Content: Hashable, Sendable {
    case graph(DOTGraph)
    /// DOT as it stands, for tests of what a drawing cannot express.
    case text(String)
  }

  let content: Content
  /// How nodes and edges are placed.
  public let engine: LayoutEngine
  /// What the picture is written as.
  public let formats: [OutputFormat]
  /// How it is rendered.
  public let options: RenderOptions

  /// Creates a job.
  public init(
    _ graph: DOTGraph, engine: LayoutEngine, formats: [OutputFormat],
    options: RenderOptions = RenderOptions()
  ) {
    content = .graph(graph)
    self.engine = engine
    self.formats = formats
    self.options = options
  }

  init(unsafeDOT text: String, engine: LayoutEngine, formats: [OutputFormat]) {
    content = .text(text)
    self.engine = engine
    self.formats = formats
    options = RenderOptions()
  }

  func request() throws(GraphvizError) -> RenderRequest {
    switch content {
    case .graph(let graph):
      try RenderRequest(graph, engine: engine, formats: formats, options: options)
    case .text(let text):
      RenderRequest(dot: text, engine: engine, formats: formats, options: options)
    }
  }

  /// The job asking less of the layout, or nil if it already asks no more.
  func simplifiedRequest() throws(GraphvizError) -> RenderRequest? {
    guard case .graph(let graph) = content else { return nil }
    let simple = graph.simplified()
    guard simple != graph, !engine.needsPositions else { return nil }
    return try RenderRequest(simple, engine: engine, formats: formats, options: options)
  }
}

/// What became of a job.
public struct RenderOutcome: Hashable, Sendable {
  /// The pictures, or why there are none.
  public var result: Result<Rendering, GraphvizError>
  /// Whether the pictures are those of the simpler form, which is worth telling the reader.
  public var wasSimplified: Bool
}

/// How far a batch has come.
public struct RenderProgress: Hashable, Sendable {
  /// Pictures made or given up.
  public var finished: Int
  /// Pictures in all.
  public var total: Int
}

/// What became of a batch, and what it cost.
public struct RenderReport: Hashable, Sendable {
  /// One outcome a job, in the order of the jobs.
  public var outcomes: [RenderOutcome]
  /// Processes that shared the work.
  public var workers: Int
  /// Seconds from first to last.
  public var elapsedSeconds: Double
  /// Seconds within Graphviz, all workers together; without failed attempts.
  public var graphvizSeconds: Double
  /// Seconds workers were busy with jobs, all together, failed attempts included.
  public var busySeconds: Double
  /// Processes replaced because they died or hung.
  public var losses: Int

  /// Elapsed time over the time within Graphviz shared evenly by the workers: 1 is what bare
  /// libgvc on as many processes would take; nil if nothing was drawn.
  public var overhead: Double? {
    graphvizSeconds > 0 ? elapsedSeconds / (graphvizSeconds / Double(workers)) : nil
  }
}

/// What a worker may use before it is given up.
public struct RenderLimits: Hashable, Sendable {
  /// Seconds for one picture.
  public var deadline: Double
  /// Address space of a worker in bytes.
  public var memory: UInt64
  /// Pictures after which a worker is replaced; Graphviz itself leaks about 92 KB a clustered one.
  public var rendersPerWorker: Int

  /// Creates limits.
  public init(
    deadline: Double = 20, memory: UInt64 = 2 << 30, rendersPerWorker: Int = 200
  ) {
    self.deadline = deadline
    self.memory = memory
    self.rendersPerWorker = rendersPerWorker
  }
}
