import Governance

/// What came of reading a file of a user's own.
public struct UserFileResult<Value: Sendable>: Sendable {
  /// What it holds; `nil` if any of it is wrong.
  public var value: Value?
  /// Everything that is wrong, by line and column.
  public var diagnostics: [Diagnostic]
}

/// Reads files that a user makes beside a register: parameters, rates and diaries.
///
/// Like a package, a file is read whole or not at all, and everything that is wrong with it is said
/// at once.
public struct UserFileReader: Sendable {
  /// What is accepted at most.
  public var limits: LoadLimits

  /// Makes a reader.
  ///
  /// - Parameter limits: what to accept at most.
  public init(limits: LoadLimits = LoadLimits(tableBytes: 4 << 20)) { self.limits = limits }

  /// The bytes of a file, or why there are none.
  func bytes(of path: String) -> Result<[UInt8], Diagnosed> {
    guard !path.isEmpty, !path.utf8.contains(0) else { return .failure(Diagnosed(path, .missing)) }
    do throws(FileProblem) {
      return .success(try FileAccess.read(path, limit: limits.tableBytes))
    } catch {
      return .failure(Diagnosed(path, error))
    }
  }

  /// Why a file could not be read.
  struct Diagnosed: Error {
    let diagnostic: Diagnostic

    init(_ path: String, _ problem: FileProblem) {
      let what: String
      switch problem {
      case .missing: what = "There is no such file."
      case .notAFile: what = "It is not a file."
      case .tooLarge(let bytes, let limit): what = "It has \(bytes) bytes; the limit is \(limit)."
      case .refused(let reason): what = "It cannot be read (\(reason))."
      }
      diagnostic = Diagnostic(
        severity: .error, file: path, what: what, remedy: "Name a CSV file that can be read.")
    }
  }
}
