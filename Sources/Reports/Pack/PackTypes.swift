/// How far the making of a pack has come.
public struct PackProgress: Hashable, Sendable {
  /// A stage, in the order they are gone through.
  public enum Stage: Int, CaseIterable, Comparable, Sendable {
    /// Computing footprints and what they come to.
    case computing
    /// Drawing pictures.
    case drawing
    /// Writing pages and tables.
    case writing
    /// Putting the finished pack in its place.
    case placing

    /// Orders as the stages are gone through.
    public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  /// The stage.
  public let stage: Stage
  /// Items of the stage that are done.
  public let completed: Int
  /// Items of the stage.
  public let total: Int

  /// How much of the whole is done, 0 to 1; drawing takes up nearly all of it.
  public var fraction: Double {
    let part = total == 0 ? 0 : Double(completed) / Double(total)
    return switch stage {
    case .computing: 0.02 * part
    case .drawing: 0.02 + 0.93 * part
    case .writing: 0.95 + 0.04 * part
    case .placing: 0.99 + 0.01 * part
    }
  }
}

extension PackProgress.Stage: CustomStringConvertible {
  /// The stage in words.
  public var description: String {
    switch self {
    case .computing: "Computing footprints"
    case .drawing: "Drawing pictures"
    case .writing: "Writing pages"
    case .placing: "Putting the pack in place"
    }
  }
}

/// Why there is no new pack; what was there before is as it was.
public enum PackError: Error, Hashable, Sendable {
  /// The folder holds something that no pack of this kind put there.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - example: a file in it that is not a pack's.
  case folderInUse(folder: String, example: String)
  /// The path leads to something that is not a folder.
  case notAFolder(path: String)
  /// A file could not be written, moved or read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - reason: what the system said.
  case file(path: String, reason: String)
  /// The renderer could not be started.
  case renderer(reason: String)
  /// A table could not be written because a figure in it is not finite.
  case figure(reason: String)
  /// The register cannot be written as a package.
  case register(reason: String)
  /// The task was cancelled.
  case cancelled
}

extension PackError: CustomStringConvertible {
  /// What went wrong and the way out, in a sentence or two.
  public var description: String {
    switch self {
    case .folderInUse(let folder, let example):
      "\(folder) holds \(example), which is not part of an earlier pack. Choose another folder, or "
        + "move what is in it."
    case .notAFolder(let path):
      "\(path) is not a folder. Choose another place for the pack."
    case .file(let path, let reason): "\(path): \(reason)."
    case .renderer(let reason):
      "The pictures could not be drawn: \(reason). `footprints doctor` says what is missing."
    case .figure(let reason): "A figure is not a number: \(reason)."
    case .register(let reason): "The register cannot be written as a package: \(reason)"
    case .cancelled: "Interrupted; what was there before is as it was."
    }
  }
}

/// What became of a pack.
public struct PackResult: Hashable, Sendable {
  /// The path of its first page.
  public let index: String
  /// Number of files in it.
  public let files: Int
  /// Bytes in all of them together.
  public let bytes: Int
  /// Number of pages.
  public let pages: Int
  /// What drawing the pictures took.
  public let rendering: RenderingStatistics
  /// Pictures that could not be drawn and whose tables stand in their place, in the order of the
  /// pages that show them.
  public let failures: [FailedPicture]
}

/// A picture that could not be drawn.
public struct FailedPicture: Hashable, Sendable {
  /// The name of the diagram.
  public let name: String
  /// What the renderer said.
  public let message: String
}

/// What drawing the pictures of a pack took.
///
/// The cost of the pool over bare libgvc is `wallSeconds / (graphvizSeconds / workers)`: 1 would
/// mean that nothing was spent but the layouts and renderings themselves, spread evenly.
public struct RenderingStatistics: Hashable, Sendable {
  /// Pictures drawn, each in all formats.
  public let pictures: Int
  /// Worker processes at work.
  public let workers: Int
  /// Seconds from the first picture handed out to the last one back.
  public let wallSeconds: Double
  /// Seconds that workers spent within libgvc, added up, without failed attempts.
  public let graphvizSeconds: Double
  /// Seconds that workers were busy, added up, failed attempts included.
  public let busySeconds: Double
  /// Workers that died or hung and were replaced.
  public let losses: Int

  /// The cost over bare libgvc spread over the workers; `nil` when nothing was drawn.
  public var ratioToBare: Double? {
    guard graphvizSeconds > 0, workers > 0 else { return nil }
    return wallSeconds / (graphvizSeconds / Double(workers))
  }
}
