import Foundation

/// The datasets that come with the project, found wherever the command is run from.
public enum Dataset: String, CaseIterable, Sendable {
  /// NHS organisations of England, from public sources, graded.
  case england
  /// An invented system of two regions, for reading, documentation and tests.
  case example

  /// The folder that holds `datapackage.json`; `nil` if the installation is incomplete.
  public var folder: URL? {
    Bundle.module.url(forResource: "datapackage", withExtension: "json", subdirectory: rawValue)?
      .deletingLastPathComponent()
  }
}
