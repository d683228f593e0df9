import Foundation
import Reports
import Synchronization

/// Progress on standard error: a bar that moves on a terminal, a line a stage otherwise.
final class ProgressLine: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let shown = Mutex<(stage: PackProgress.Stage?, percentage: Int)>((nil, -1))

  /// Shows how far the work has come; does nothing where that would look the same.
  func show(_ progress: PackProgress) {
    let percentage = Int(progress.fraction * 100)
    let isNew = shown.withLock { shown in
      let isNew =
        shown.stage != progress.stage || (isTerminal && shown.percentage != percentage)
      shown = (progress.stage, percentage)
      return isNew
    }
    guard isNew else { return }
    if isTerminal {
      let filled = percentage * 30 / 100
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      write("\r\u{1B}[K\(bar) \(percentage)% \(progress.stage)")
    } else {
      write("\(progress.stage) …\n")
    }
  }

  /// Clears the bar.
  func finish() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
