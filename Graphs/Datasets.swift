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

/// Folders of files that come with the project and are no datasets.
public enum Library: String, CaseIterable, Sendable {
  /// The regimes: rules as data.
  case regimes
  /// Conformance cases of findings.
  case cases

  /// The folder; `nil` if the installation is incomplete.
  public var folder: URL? {
    let folder = Bundle.module.bundleURL.appendingPathComponent(rawValue, isDirectory: true)
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
