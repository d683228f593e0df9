import CGraphvizShim
import Dispatch
import Synchronization

/// Graphviz in this process.
///
/// Create one and pass it on. libgvc is not safe for threads, nor are its plugins for a second
/// context of its own, so all contexts here share one within the C shim and take turns at its
/// lock; any number of threads and tasks may use this class. What may crash or hang should go to
/// ``RenderPool`` instead, whose processes are expendable.
public final class GraphvizContext: Sendable {
  private let handle: Mutex<OpaquePointer>
  /// Rendering blocks its thread, so tasks hand it over to a thread outside their pool.
  private let queue = DispatchQueue(label: "footprints.graphviz")

  /// Loads Graphviz and its plugins.
  ///
  /// - Throws: stage `start` if that fails.
  public init() throws(GraphvizError) {
    guard let context = gvs_context_create() else {
      throw GraphvizError(.start, "Graphviz could not be started")
    }
    handle = Mutex(context)
  }

  deinit {
    handle.withLock { gvs_context_free($0) }
  }

  /// The version Graphviz calls itself by, such as "2.43.0".
  public var version: String {
    handle.withLock { String(cString: gvs_version($0)) }
  }

  /// Lays a drawing out once and renders it in each format.
  ///
  /// Blocks until it is done.
  ///
  /// - Throws: ``GraphvizError`` with the stage that failed and what Graphviz said.
  public func render(
    _ graph: DOTGraph, engine: LayoutEngine, formats: [OutputFormat],
    options: RenderOptions = RenderOptions()
  ) throws(GraphvizError) -> Rendering {
    try render(RenderRequest(graph, engine: engine, formats: formats, options: options))
  }

  /// Lays a drawing out once and renders it in each format, without holding up other tasks.
  ///
  /// - Throws: ``GraphvizError`` with the stage that failed and what Graphviz said.
  public func renderInBackground(
    _ graph: DOTGraph, engine: LayoutEngine, formats: [OutputFormat],
    options: RenderOptions = RenderOptions()
  ) async throws(GraphvizError) -> Rendering {
    let request = try RenderRequest(graph, engine: engine, formats: formats, options: options)
    let result: Result<Rendering, GraphvizError> = await withCheckedContinuation { done in
      queue.async {
        done.resume(returning: Result { () throws(GraphvizError) in try self.render(request) })
      }
    }
    return try result.get()
  }

  func render(_ request: RenderRequest) throws(GraphvizError) -> Rendering {
    var rendering = try draw(request)
    if let finishing = request.options.finishing, let svg = rendering.files[.svg] {
      rendering.files[.svg] = try finishing.finish(svg)
    }
    if let pdf = rendering.files[.pdf] { rendering.files[.pdf] = PDFDates.fixed(in: pdf) }
    return rendering
  }

  private func draw(_ request: RenderRequest) throws(GraphvizError) -> Rendering {
    let result = handle.withLock { context in Self.call(context, request) }
    guard let result else { throw GraphvizError(.start, "out of memory") }
    defer { gvs_result_free(result) }
    let messages = String(cString: gvs_result_messages(result))
    if let stage = Self.failedStage(gvs_result_stage(result)) {
      throw GraphvizError(stage, messages.isEmpty ? "Graphviz gave no reason" : messages)
    }
    var files: [OutputFormat: [UInt8]] = [:]
    for (index, format) in request.formats.enumerated() {
      var length = 0
      guard let bytes = gvs_result_picture(result, index, &length) else {
        throw GraphvizError(.render, "Graphviz wrote no \(format.rawValue)")
      }
      files[format] = Array(UnsafeBufferPointer(start: bytes, count: length))
    }
    return Rendering(
      files: files,
      warnings: messages.split(separator: "\n").map(String.init),
      seconds: gvs_result_seconds(result))
  }

  private static func failedStage(_ stage: gvs_stage) -> GraphvizError.Stage? {
    switch stage {
    case GVS_DONE: nil
    case GVS_PARSE: .parse
    case GVS_LAYOUT: .layout
    default: .render
    }
  }

  private static func call(_ context: OpaquePointer, _ request: RenderRequest) -> OpaquePointer? {
    // C strings end at NUL; formats and engine are words of ours, and DOT is passed by length.
    var dot = request.dot
    return dot.withUTF8 { text in
      request.engine.rawValue.withCString { engine in
        withFormats(request.formats) { formats in
          text.withMemoryRebound(to: CChar.self) { characters in
            var call = gvs_request()
            call.dot = characters.baseAddress
            call.dot_length = characters.count
            call.engine = engine
            call.formats = formats.baseAddress
            call.format_count = formats.count
            call.png_dpi = request.options.resolution
            call.page_width = request.page?.width ?? 0
            call.page_height = request.page?.height ?? 0
            call.page_margin = request.pageMargin
            call.page_is_canvas = request.engine == .exact ? 1 : 0
            return gvs_render(context, &call)
          }
        }
      }
    }
  }

  /// Calls `body` with the formats' names as C strings.
  private static func withFormats<R>(
    _ formats: [OutputFormat], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> R
  ) -> R {
    var characters: [CChar] = []
    var starts: [Int] = []
    for format in formats {
      starts.append(characters.count)
      characters += format.rawValue.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    return characters.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { start in buffer.baseAddress.map { $0 + start } }
      return pointers.withUnsafeBufferPointer(body)
    }
  }
}
