import DataPackage
import Governance

/// The problems of a register for a terminal, then how much there is in it.
public struct ProblemsText {
  private let result: LoadResult

  /// Prepares the text of what came of loading a package.
  public init(_ result: LoadResult) { self.result = result }

  /// A line a problem, and the counts.
  public var lines: [TextLine] {
    let counts =
      Wording.counted(result.errors.count, "error") + ", "
      + Wording.counted(result.warnings.count, "warning")
    return result.diagnostics.map { TextLine($0.description) }
      + [TextLine("Register: " + counts + (size ?? ""))]
  }

  private var size: String? {
    result.register.map { register in
      "; " + Wording.counted(register.organisations.count, "organisation") + ", "
        + Wording.counted(register.relations.count, "relation") + ", "
        + Wording.counted(register.arrangements.count, "arrangement") + ", "
        + Wording.counted(register.forums.count, "forum")
    }
  }
}
