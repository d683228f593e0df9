/// Why a picture could not be made.
public struct GraphvizError: Error, Hashable, Sendable, CustomStringConvertible {
  /// How far the picture had come.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// The drawing was checked before Graphviz saw it.
    case validate
    /// Graphviz or a font was being set up.
    case start
    /// Graphviz read the drawing.
    case parse
    /// Graphviz placed nodes and edges.
    case layout
    /// Graphviz wrote the picture.
    case render
    /// The picture was being finished for use in a page.
    case finish
    /// The process that drew it died, hung or could not be started.
    case worker
  }

  /// How far the picture had come.
  public let stage: Stage
  /// What went wrong, in Graphviz's own words where they are its own.
  public let message: String

  /// Creates an error.
  public init(_ stage: Stage, _ message: String) {
    self.stage = stage
    self.message = message
  }

  /// The stage and the message.
  public var description: String { "\(stage.rawValue): \(message)" }
}
