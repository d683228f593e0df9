/// Builds the payload of a frame: little-endian numbers, and bytes after their length.
struct FrameWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ value: Int) { add(UInt64(bitPattern: Int64(value))) }

  mutating func add(_ value: Double) { add(value.bitPattern) }

  mutating func add(_ value: [UInt8]) {
    add(value.count)
    bytes += value
  }

  mutating func add(_ value: String) { add(Array(value.utf8)) }
}

/// Takes the payload of a frame apart; nil where it ends too soon or makes no sense.
struct FrameReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func number() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    var value: UInt64 = 0
    for index in (0..<8).reversed() { value = value << 8 | UInt64(bytes[position + index]) }
    position += 8
    return value
  }

  mutating func integer() -> Int? { number().map { Int(truncatingIfNeeded: $0) } }

  mutating func double() -> Double? { number().map(Double.init(bitPattern:)) }

  mutating func data() -> [UInt8]? {
    guard let count = integer(), count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  mutating func string() -> String? { data().map { String(decoding: $0, as: UTF8.self) } }
}

extension RenderLimits {
  var frame: [UInt8] {
    var frame = FrameWriter()
    frame.add(deadline)
    frame.add(memory)
    frame.add(rendersPerWorker)
    return frame.bytes
  }

  init?(frame: [UInt8]) {
    var frame = FrameReader(frame)
    guard let deadline = frame.double(), let memory = frame.number(),
      let renders = frame.integer()
    else { return nil }
    self.init(deadline: deadline, memory: memory, rendersPerWorker: renders)
  }
}

extension RenderRequest {
  var frame: [UInt8] {
    var frame = FrameWriter()
    frame.add(engine.rawValue)
    frame.add(formats.count)
    for format in formats { frame.add(format.rawValue) }
    frame.add(options.resolution)
    frame.add(page?.width ?? 0)
    frame.add(page?.height ?? 0)
    frame.add(pageMargin)
    frame.add(options.finishing == nil ? 0 : 1)
    if let finishing = options.finishing {
      frame.add(finishing.title)
      frame.add(finishing.description)
      frame.add(finishing.idPrefix.name)
    }
    frame.add(dot)
    return frame.bytes
  }

  init?(frame: [UInt8]) {
    var frame = FrameReader(frame)
    guard let engine = frame.string().flatMap(LayoutEngine.init(rawValue:)),
      let count = frame.integer(), 0...OutputFormat.allCases.count ~= count
    else { return nil }
    var formats: [OutputFormat] = []
    for _ in 0..<count {
      guard let format = frame.string().flatMap(OutputFormat.init(rawValue:)) else { return nil }
      formats.append(format)
    }
    guard let resolution = frame.double(), let width = frame.double(),
      let height = frame.double(), let margin = frame.double(), let finished = frame.integer()
    else { return nil }
    var options = RenderOptions(resolution: resolution)
    if finished == 1 {
      guard let finishing = SVGFinishing(frame: &frame) else { return nil }
      options.finishing = finishing
    }
    guard let dot = frame.string() else { return nil }
    self.init(dot: dot, engine: engine, formats: formats, options: options)
    page = width > 0 ? DOTSize(width, height) : nil
    pageMargin = margin
  }
}

extension SVGFinishing {
  fileprivate init?(frame: inout FrameReader) {
    guard let title = frame.string(), let description = frame.string(),
      let prefix = frame.string().flatMap(DOTElementName.init)
    else { return nil }
    self.init(title: title, description: description, idPrefix: prefix)
  }
}

/// What a worker answers.
struct RenderReply: Hashable, Sendable {
  var result: Result<Rendering, GraphvizError>

  var frame: [UInt8] {
    var frame = FrameWriter()
    switch result {
    case .failure(let error):
      frame.add(0)
      frame.add(error.stage.rawValue)
      frame.add(error.message)
    case .success(let rendering):
      frame.add(1)
      frame.add(rendering.seconds)
      frame.add(rendering.warnings.joined(separator: "\n"))
      frame.add(rendering.files.count)
      for (format, bytes) in rendering.files.sorted(by: { $0.key < $1.key }) {
        frame.add(format.rawValue)
        frame.add(bytes)
      }
    }
    return frame.bytes
  }

  init(_ result: Result<Rendering, GraphvizError>) {
    self.result = result
  }

  init?(frame: [UInt8]) {
    var frame = FrameReader(frame)
    switch frame.integer() {
    case 0:
      guard let stage = frame.string().flatMap(GraphvizError.Stage.init(rawValue:)),
        let message = frame.string()
      else { return nil }
      result = .failure(GraphvizError(stage, message))
    case 1:
      guard let seconds = frame.double(), let warnings = frame.string(),
        let count = frame.integer(), count >= 0
      else { return nil }
      var files: [OutputFormat: [UInt8]] = [:]
      for _ in 0..<count {
        guard let format = frame.string().flatMap(OutputFormat.init(rawValue:)),
          let bytes = frame.data()
        else { return nil }
        files[format] = bytes
      }
      result = .success(
        Rendering(
          files: files, warnings: warnings.split(separator: "\n").map(String.init),
          seconds: seconds))
    default: return nil
    }
  }
}
