#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Puts a folder of files in place, whole or not at all.
enum FolderWriter {
  /// Writes files into a folder beside the target and gives it the target's name.
  ///
  /// - Parameters:
  ///   - files: names without `/`, and what is in them.
  ///   - path: the folder; its parent must exist.
  ///   - replacing: whether a folder with none but these files may be replaced.
  static func write(
    _ files: [(name: String, bytes: [UInt8])], to path: String, replacing: Bool
  ) throws(PackageWriteError) {
    let target = try resolvedTarget(path)
    let isThere = try checkTarget(target, names: Set(files.map(\.name)), replacing: replacing)
    let fresh = try makeFolder(beside: target)
    do throws(PackageWriteError) {
      for file in files {
        let filePath = "\(fresh)/\(file.name)"
        do throws(FileProblem) {
          try FileAccess.write(file.bytes, to: filePath)
        } catch {
          throw .system(path: filePath, reason: reason(for: error))
        }
      }
      try put(fresh, at: target, isThere: isThere)
    } catch {
      removeFolder(fresh)
      throw error
    }
  }

  /// The path with its parent's links followed and without slashes at the end.
  private static func resolvedTarget(_ path: String) throws(PackageWriteError) -> String {
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let name = trimmed.split(separator: "/").last.map(String.init) ?? ""
    guard !path.utf8.contains(0), !name.isEmpty, name != ".", name != ".." else {
      throw .system(path: path, reason: "not the name of a folder")
    }
    let parent = trimmed.dropLast(name.count)
    do {
      let folder = try FileAccess.resolved(parent.isEmpty ? "." : String(parent))
      return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
    } catch {
      throw .system(path: path, reason: reason(for: error))
    }
  }

  /// Whether there is a folder that may be replaced.
  private static func checkTarget(
    _ target: String, names: Set<String>, replacing: Bool
  ) throws(PackageWriteError) -> Bool {
    var information = stat()
    guard lstat(target, &information) == 0 else { return false }
    guard information.st_mode & S_IFMT == S_IFDIR else { throw .exists(path: target) }
    let entries = try entries(of: target)
    if entries.isEmpty { return true }
    guard replacing else { throw .exists(path: target) }
    if let other = entries.first(where: { !names.contains($0) }) {
      throw .notAPackage(path: target, entry: other)
    }
    return true
  }

  private static func put(
    _ fresh: String, at target: String, isThere: Bool
  ) throws(PackageWriteError) {
    guard isThere else {
      if rename(fresh, target) != 0 { throw failure(target) }
      return
    }
    // A folder with something in it cannot be replaced in one step everywhere: the old one steps
    // aside, and back again if the new one cannot take its place.
    let aside = fresh + ".old"
    if rename(target, aside) != 0 { throw failure(target) }
    if rename(fresh, target) != 0 {
      let error = failure(target)
      rename(aside, target)
      throw error
    }
    removeFolder(aside)
  }

  private static func makeFolder(beside target: String) throws(PackageWriteError) -> String {
    let name = target.split(separator: "/").last.map(String.init) ?? ""
    let parent = target.dropLast(name.count)
    var template = Array("\(parent).\(name).XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) != nil }
    guard isMade else { throw failure(target) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // mkdtemp lets nobody else in; a package is for others to read.
    guard chmod(path, 0o755) == 0 else {
      let error = failure(path)
      rmdir(path)
      throw error
    }
    return path
  }

  /// The names in a folder, sorted.
  private static func entries(of path: String) throws(PackageWriteError) -> [String] {
    do throws(FileProblem) {
      return try FileAccess.names(in: path)
    } catch {
      throw failure(path)
    }
  }

  /// Removes a folder that holds files only.
  private static func removeFolder(_ path: String) {
    for name in (try? entries(of: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private static func failure(_ path: String) -> PackageWriteError {
    .system(path: path, reason: reason(for: .last()))
  }

  private static func reason(for problem: FileProblem) -> String {
    switch problem {
    case .missing: "there is no such folder"
    case .notAFile: "not a file"
    case .tooLarge: "too large"
    case .refused(let reason): reason
    }
  }
}
