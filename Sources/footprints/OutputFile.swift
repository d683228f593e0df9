import Foundation

/// A file that a command writes because it was asked for by name.
enum OutputFile {
  /// Replaces a regular file as a whole, at the end of any links to it; writes into a device or a
  /// pipe as it stands.
  ///
  /// - Throws: `Failure` if it cannot be written; what was there before is then still there.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = linkTarget(URL(fileURLWithPath: path))
    let kind = kind(of: file)
    guard kind != .typeDirectory else {
      throw Failure("\(path) is a folder; name a file in it")
    }
    let folder = file.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Failure("\(path) cannot be written: there is no folder \(folder)")
    }
    do {
      if let kind, kind != .typeRegular {
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      } else {
        try Data(bytes).write(to: file, options: .atomic)
      }
    } catch {
      throw Failure("\(path) cannot be written: \(reason(of: error))")
    }
  }

  /// What the system says, where Foundation has it, since its own words for rarer causes say nothing.
  private static func reason(of error: any Error) -> String {
    var cause = error as NSError
    while let next = cause.userInfo[NSUnderlyingErrorKey] as? NSError { cause = next }
    if cause.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(cause.code))).lowercased()
    }
    return cause.code == CocoaError.fileWriteUnknown.rawValue
      ? "the system did not take it; look at the space left and at limits on the size of files"
      : error.localizedDescription
  }

  /// Writes a file to fill in, and never over one that may have been.
  ///
  /// - Throws: `Failure` if a regular file with other bytes is there, or it cannot be written.
  static func writeNew(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = linkTarget(URL(fileURLWithPath: path))
    if kind(of: file) == .typeRegular {
      guard let held = try? Data(contentsOf: file), held.elementsEqual(bytes) else {
        throw Failure("\(path) is already there; name another file")
      }
      return
    }
    try write(bytes, to: path)
  }

  /// What is there; `nil` if nothing is, or it cannot be looked at.
  private static func kind(of file: URL) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return attributes?[.type] as? FileAttributeType
  }

  /// Where links lead, though nothing may be there yet; a chain of over forty is left as it is.
  private static func linkTarget(_ file: URL) -> URL {
    var target = file
    for _ in 0..<40 {
      guard
        let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target.path)
      else { return target }
      target =
        URL(fileURLWithPath: next, relativeTo: target.deletingLastPathComponent())
        .absoluteURL
    }
    return file
  }
}
