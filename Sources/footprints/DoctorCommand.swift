import ArgumentParser
import DataPackage
import Foundation
import Graphs
import Graphviz
import Reports

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Checks what the command needs at run time, and says how to mend what is missing.")

  private struct Finding {
    let subject: String
    let isFine: Bool
    let detail: String
    var fix: String?
  }

  func run() async throws {
    let findings = graphviz() + [dataset(.england), dataset(.example), await workers()]
    let lines = findings.map { finding in
      let mark = finding.isFine ? "ok  " : "BAD "
      let fix = finding.isFine ? "" : finding.fix.map { "\n       fix: \($0)" } ?? ""
      return "\(mark) \(finding.subject): \(finding.detail)\(fix)"
    }
    try Output.write(lines)
    if findings.contains(where: { !$0.isFine }) { throw ExitCode(2) }
  }

  private func graphviz() -> [Finding] {
    guard let context = try? GraphvizContext() else {
      return [
        Finding(
          subject: "Graphviz", isFine: false, detail: "cannot be started",
          fix: "apt-get install libgvc6")
      ]
    }
    let info = GraphvizInfo(probing: context)
    let wanted: [OutputFormat] = [.svg, .pdf, .png]
    let missing = wanted.filter { !info.formats.contains($0) }.map(\.rawValue)
    return [
      Finding(subject: "Graphviz", isFine: true, detail: "version \(info.version)"),
      Finding(
        subject: "Formats", isFine: missing.isEmpty,
        detail: missing.isEmpty
          ? info.formats.map(\.rawValue).joined(separator: ", ")
          : "missing \(missing.joined(separator: ", "))",
        fix: "apt-get install libgvc6 (its cairo and pango plugins draw PDF and PNG)"),
      Finding(
        subject: "Fonts", isFine: info.hasFontLikeArial,
        detail: info.fontForArial.map { "\($0) stands for Arial" } ?? "no font found",
        fix: "apt-get install fonts-liberation (text would come out wider than measured)"),
      Finding(
        subject: "Files", isFine: info.blocksFiles,
        detail: info.blocksFiles
          ? "Graphviz cannot open files named in a drawing"
          : "Graphviz could open files; drawings made here name none",
        fix: "none is needed for drawings that this command makes"),
    ]
  }

  private func dataset(_ dataset: Dataset) -> Finding {
    let subject = "Dataset \(dataset.rawValue)"
    guard let folder = dataset.folder else {
      return Finding(
        subject: subject, isFine: false, detail: "missing",
        fix: "keep the folder footprints_Graphs.resources beside the command, or build it again")
    }
    let result = PackageLoader().load(folder: folder.path)
    let errors = result.diagnostics.count { $0.severity == .error }
    return Finding(
      subject: subject, isFine: result.register != nil,
      detail: result.register.map {
        Wording.counted($0.organisations.count, "organisation", "organisations")
      } ?? Wording.counted(errors, "error", "errors"),
      fix: "footprints check --data \(folder.path)")
  }

  /// Draws one small picture in a worker process, as a pack would.
  private func workers() async -> Finding {
    let pool = RenderPool(executable: Executable.path, arguments: ["render-worker"], workers: 1)
    let failure: String?
    do throws(GraphvizError) {
      let job = RenderJob(
        DOTGraph(nodes: [DOTNode("a", label: "a")]), engine: .dot, formats: [.svg])
      let report = await pool.render([job])
      _ = try report.outcomes[0].result.get()
      failure = nil
    } catch {
      failure = error.description
    }
    return Finding(
      subject: "Workers", isFine: failure == nil,
      detail: failure ?? "a worker process drew a picture",
      fix: "the command must be able to start itself again; check its permissions and memory limits"
    )
  }
}
