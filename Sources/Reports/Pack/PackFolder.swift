import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder of a pack while it is being made: a hidden sibling of its place, which it takes whole
/// when everything is in it, or not at all.
struct PackFolder {
  /// The file by which a pack is known; it lists the files of the pack, one a line.
  static let marker = ".footprints-pack"
  /// The first line of the marker.
  static let signature = "footprints pack 1"

  /// Where the pack is to be, absolute, symbolic links followed.
  let destination: String
  /// Where it is being made.
  let staging: String
  /// The files written so far, by path.
  private(set) var files: [PackPath] = []
  /// Bytes written so far.
  private(set) var bytes = 0
  private var folders: Set<String> = []

  /// Checks the place and makes the folder beside it.
  ///
  /// - Parameter path: where the pack is to be; nothing, an empty folder or an earlier pack.
  /// - Throws: `PackError` if there is anything else, or the folder beside it cannot be made.
  init(destination path: String) throws(PackError) {
    destination = Self.resolved(path)
    try Self.check(destination)
    let parent = (destination as NSString).deletingLastPathComponent
    let name = (destination as NSString).lastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw PackError.file(path: parent, reason: Self.reason(of: error))
    }
    staging = try Self.makeFolder(in: parent, name: ".\(name).partial")
  }

  // MARK: Filling

  /// Writes a file of the pack.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: its path within the pack.
  mutating func write(_ bytes: [UInt8], to path: PackPath) throws(PackError) {
    try makeFolders(for: path)
    try Self.write(bytes, to: staging + "/" + path.description)
    files.append(path)
    self.bytes += bytes.count
  }

  /// Writes a file of the pack.
  ///
  /// - Parameters:
  ///   - text: what it holds.
  ///   - path: its path within the pack.
  mutating func write(_ text: String, to path: PackPath) throws(PackError) {
    try write(Array(text.utf8), to: path)
  }

  private mutating func makeFolders(for path: PackPath) throws(PackError) {
    var folder = staging
    for part in path.parts.dropLast() {
      folder += "/" + part
      guard folders.insert(folder).inserted else { continue }
      guard mkdir(folder, 0o777) == 0 else { throw Self.failure(folder) }
    }
  }

  // MARK: Placing

  /// Puts the pack in its place; an earlier one goes.
  ///
  /// Where the system can exchange two folders in one step there is no moment without a pack;
  /// elsewhere the earlier one is set aside first, and put back if the new one cannot follow.
  mutating func place() throws(PackError) {
    try writeMarker()
    try Self.check(destination)
    guard access(destination, F_OK) == 0 else {
      guard rename(staging, destination) == 0 else { throw Self.failure(destination) }
      return
    }
    if !FolderExchange.exchange(staging, destination) {
      try replaceInTwoSteps()
    }
    discard()
  }

  /// Removes the folder beside the place, with whatever is in it.
  func discard() {
    // What cannot be removed stays hidden beside the pack and harms nothing.
    try? FileManager.default.removeItem(atPath: staging)
  }

  private mutating func writeMarker() throws(PackError) {
    let lines = [Self.signature] + files.sorted().map(\.description)
    try Self.write(
      Array((lines.joined(separator: "\n") + "\n").utf8), to: staging + "/" + Self.marker)
  }

  private func replaceInTwoSteps() throws(PackError) {
    let aside = staging + ".earlier"
    guard rename(destination, aside) == 0 else { throw Self.failure(destination) }
    guard rename(staging, destination) == 0 else {
      let failure = Self.failure(destination)
      rename(aside, destination)
      throw failure
    }
    try? FileManager.default.removeItem(atPath: aside)
  }

  // MARK: Checking

  /// Names that desktops leave in any folder one looks into.
  private static let strays: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]

  /// Throws unless there is nothing at the path, an empty folder, or an earlier pack and no more.
  private static func check(_ path: String) throws(PackError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw PackError.notAFolder(path: path) }
    let known = filesOfPack(at: path)
    guard let found = FileManager.default.enumerator(atPath: path) else {
      throw PackError.file(path: path, reason: "it cannot be read")
    }
    var folders: Set<String> = []
    for file in known {
      var folder = (file as NSString).deletingLastPathComponent
      while !folder.isEmpty, folders.insert(folder).inserted {
        folder = (folder as NSString).deletingLastPathComponent
      }
    }
    while let file = found.nextObject() as? String {
      let name = (file as NSString).lastPathComponent
      guard !known.contains(file), !folders.contains(file), !strays.contains(name) else { continue }
      throw PackError.folderInUse(folder: path, example: file)
    }
  }

  /// The files that the marker of an earlier pack lists, and the marker; none where there is none.
  private static func filesOfPack(at path: String) -> Set<String> {
    guard let data = FileManager.default.contents(atPath: path + "/" + marker) else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.first == signature else { return [] }
    return Set(lines.dropFirst()).union([marker])
  }

  // MARK: The system

  /// The path made absolute, symbolic links followed as far as it exists.
  private static func resolved(_ path: String) -> String {
    let absolute =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    let standard = (absolute as NSString).standardizingPath
    guard let pointer = realpath(standard, nil) else { return standard }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func makeFolder(in parent: String, name: String) throws(PackError) -> String {
    for attempt in 0..<1000 {
      let path = "\(parent)/\(name)-\(getpid())-\(attempt)"
      if mkdir(path, 0o777) == 0 { return path }
      guard errno == EEXIST else { throw failure(path) }
    }
    throw PackError.file(path: parent, reason: "it holds too many unfinished packs")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(PackError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var isComplete = true
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty, isComplete {
        let count = writeSome(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count == 0 || errno != EINTR {
          isComplete = false
        }
      }
    }
    guard isComplete else {
      let failure = failure(path)
      close(descriptor)
      throw failure
    }
    guard close(descriptor) == 0 else { throw failure(path) }
  }

  /// The problem behind the last call of the system.
  private static func failure(_ path: String) -> PackError {
    .file(path: path, reason: String(cString: strerror(errno)).lowercased())
  }

  private static func reason(of error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}

/// The system's `write`, whose name the method above takes.
private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// Exchanging two folders in one step, where the system can.
private enum FolderExchange {
  /// Whether the two have changed places.
  ///
  /// - Parameters:
  ///   - one: a folder.
  ///   - other: a folder on the same file system.
  static func exchange(_ one: String, _ other: String) -> Bool {
    #if canImport(Darwin)
      return renamex_np(one, other, UInt32(RENAME_SWAP)) == 0
    #else
      // glibc has the call but Swift's view of its headers does not, so it is looked up by name.
      typealias Rename =
        @convention(c) (
          Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let swap: UInt32 = 2
      let rename = unsafeBitCast(symbol, to: Rename.self)
      return rename(AT_FDCWD, one, AT_FDCWD, other, swap) == 0
    #endif
  }
}
