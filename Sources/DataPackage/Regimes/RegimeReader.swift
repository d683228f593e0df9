import Governance

/// What came of reading a folder of regimes.
public struct RegimeLibraryResult: Sendable {
  /// The regimes; `nil` if anything is wrong with them.
  public var library: RegimeLibrary?
  /// Everything that is wrong, in the order of files, lines and columns.
  public var diagnostics: [Diagnostic]
}

/// What came of reading a regime.
public struct RegimeResult: Sendable {
  /// The regime; `nil` if anything is wrong with it.
  public var regime: Regime?
  /// Everything that is wrong, in the order of lines and columns.
  public var diagnostics: [Diagnostic]
}

/// Reads regimes, which are YAML files as `Regimes.md` describes, and says everything that is wrong.
public struct RegimeReader: Sendable {
  /// The most bytes of one file to accept.
  public var limit: Int

  /// Makes a reader.
  ///
  /// - Parameter limit: the most bytes of one file to accept.
  public init(limit: Int = 1 << 20) { self.limit = limit }

  /// Reads every regime of a folder, and `functions.yaml` beside them.
  ///
  /// - Parameter path: the folder.
  /// - Complexity: O(bytes).
  public func library(folder path: String) -> RegimeLibraryResult {
    let names: [String]
    do throws(FileProblem) {
      names = try FileAccess.names(in: path).filter { $0.hasSuffix(".yaml") }.sorted()
    } catch {
      return RegimeLibraryResult(library: nil, diagnostics: [Self.unreadable(path, error)])
    }
    var diagnostics: [Diagnostic] = []
    var words = RegimeWords()
    var drafts: [RegimeDraft] = []
    for name in names {
      switch text(at: path + "/" + name, name) {
      case .failure(let problem): diagnostics.append(problem)
      case .success(let text):
        var report = YAMLReport(file: name)
        if name == Self.wordsName {
          words = RegimeWords(text, &report)
        } else if let draft = RegimeDraft(text, &report) {
          drafts.append(draft)
        }
        diagnostics += report.diagnostics
      }
    }
    var inheritance = RegimeInheritance(drafts: drafts, words: words)
    let regimes = inheritance.resolveAll()
    diagnostics = (diagnostics + inheritance.diagnostics).sorted()
    let library =
      diagnostics.isEmpty
      ? RegimeLibrary(regimes, functions: words.functions, services: words.services) : nil
    return RegimeLibraryResult(library: library, diagnostics: diagnostics)
  }

  /// Reads one more regime, which may extend one of a library.
  ///
  /// Messages name the file as the path does. A file with the id of a regime of the library must be
  /// that regime.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - library: the regimes that it may extend, and the words that it shares.
  public func regime(file path: String, extending library: RegimeLibrary) -> RegimeResult {
    switch text(at: path, path) {
    case .failure(let problem): return RegimeResult(regime: nil, diagnostics: [problem])
    case .success(let text): return regime(text, named: path, extending: library)
    }
  }

  /// Reads one more regime from its text.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - name: what messages call the file.
  ///   - library: the regimes that it may extend, and the words that it shares.
  public func regime(
    _ text: String, named name: String, extending library: RegimeLibrary
  ) -> RegimeResult {
    var report = YAMLReport(file: name)
    guard let draft = RegimeDraft(text, &report), report.isUsable else {
      return RegimeResult(regime: nil, diagnostics: report.diagnostics.sorted())
    }
    var inheritance = RegimeInheritance(drafts: [draft], words: RegimeWords(library))
    inheritance.add(library)
    let regime = inheritance.resolve(draft)
    inheritance.checkName(of: draft, regime, in: library)
    return RegimeResult(
      regime: inheritance.diagnostics.isEmpty ? regime : nil,
      diagnostics: inheritance.diagnostics.sorted())
  }

  static let wordsName = "functions.yaml"

  private enum Reading {
    case success(String)
    case failure(Diagnostic)
  }

  private func text(at path: String, _ name: String) -> Reading {
    do throws(FileProblem) {
      let bytes = try FileAccess.read(path, limit: limit)
      // Editors that save a byte-order mark mean nothing by it, and YAML has it as no character.
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let rest = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
      guard let text = String(validating: rest, as: UTF8.self) else {
        return .failure(
          Diagnostic(
            severity: .error, file: name, what: "The file is not UTF-8.",
            remedy: "Save it as UTF-8."
          ))
      }
      return .success(text)
    } catch {
      return .failure(Self.unreadable(name, error))
    }
  }

  private static func unreadable(_ name: String, _ problem: FileProblem) -> Diagnostic {
    let (what, remedy) =
      switch problem {
      case .missing: ("There is no such file.", "Check the path.")
      case .notAFile: ("This is not a file.", "Name a regime as a YAML file.")
      case .tooLarge(let bytes, let limit):
        ("The file has \(bytes) bytes.", "Keep it to \(limit) bytes.")
      case .refused(let reason): ("It cannot be read: \(reason).", "Check its permissions.")
      }
    return Diagnostic(severity: .error, file: name, what: what, remedy: remedy)
  }
}
