import Foundation
import Reports

/// Writes to the standard streams, and notices when that fails.
enum Output {
  /// Whether standard output is a terminal that takes colour.
  static var isStyled: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Writes to standard output.
  ///
  /// - Throws: `Failure` when it cannot be written, because the disk is full, say.
  static func write(_ data: Data) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw Failure("standard output cannot be written: \(error.localizedDescription)")
    }
  }

  /// Writes lines to standard output, headings in bold on a terminal.
  static func write(_ lines: [TextLine]) throws(Failure) {
    let styled = isStyled
    var text = ""
    for line in lines {
      text +=
        styled && line.style == .heading ? "\u{1B}[1m\(line.text)\u{1B}[0m\n" : line.text + "\n"
    }
    try write(Data(text.utf8))
  }

  /// Writes plain lines to standard output.
  static func write(_ lines: [String]) throws(Failure) {
    try write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// Writes lines to standard error, without what could move the cursor or change the terminal; a
  /// failure to do so has nowhere to go.
  static func note(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      TextTable.printable(String($0))
    }
    try? FileHandle.standardError.write(
      contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}

/// What stops a command: printed to standard error, with exit status 2.
struct Failure: Error, CustomStringConvertible {
  /// What is wrong, and what to do.
  let description: String

  init(_ description: String) { self.description = description }
}
