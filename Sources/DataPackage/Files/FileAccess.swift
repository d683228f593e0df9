#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a file could not be read or written.
enum FileProblem: Error, Hashable {
  /// There is no such file.
  case missing
  /// It is a folder, a device, a pipe or a socket.
  case notAFile
  /// It has more bytes than allowed.
  case tooLarge(bytes: Int, limit: Int)
  /// The system refuses, with its reason.
  case refused(String)

  /// The problem behind the last failed call.
  static func last() -> FileProblem {
    let code = errno
    if code == ENOENT || code == ENOTDIR { return .missing }
    return .refused(String(cString: strerror(code)))
  }
}

/// Reading and writing of files by the system's own calls.
///
/// Foundation would do this too, but loading it costs more than loading England does, and it does
/// not tell a pipe from a file before it reads.
enum FileAccess {
  /// The kinds of thing a path can lead to.
  enum Kind {
    case file, folder, other
  }

  /// What a path leads to, symbolic links followed; `nil` if nothing.
  static func kind(of path: String) -> Kind? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return kind(of: information)
  }

  /// The path with every symbolic link followed.
  ///
  /// - Throws: if the path leads nowhere, or a link leads back to itself.
  static func resolved(_ path: String) throws(FileProblem) -> String {
    guard let pointer = realpath(path, nil) else { throw .last() }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The bytes of a regular file.
  ///
  /// The size is asked of the open file before anything is read, and no more than the limit is read
  /// even if the file grows. Pipes and devices are refused without waiting for them.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the most bytes to accept.
  /// - Throws: if it cannot be read, is no regular file or is larger than the limit.
  static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last() }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .last() }
    guard kind(of: information) == .file else { throw .notAFile }
    let size = Int(information.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    return try readAll(descriptor, expected: size, limit: limit)
  }

  /// The names in a folder, in the order of their bytes.
  ///
  /// - Throws: if it cannot be read.
  static func names(in path: String) throws(FileProblem) -> [String] {
    guard let folder = opendir(path) else { throw .last() }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes a new file.
  ///
  /// - Throws: if there is one already, or the system refuses.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last() }
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress! + written, bytes.count - written)
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else {
        let problem = FileProblem.last()
        close(descriptor)
        throw problem
      }
      written += step
    }
    guard close(descriptor) == 0 else { throw .last() }
  }

  private static func kind(of information: stat) -> Kind {
    switch information.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  private static func readAll(
    _ descriptor: Int32, expected: Int, limit: Int
  ) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      // One byte more than expected, so that the end of the file is seen without a second array.
      let room = min(max(expected - bytes.count, 4_096) + 1, limit + 1 - bytes.count)
      var step = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        repeat {
          step = systemRead(descriptor, buffer.baseAddress!, room)
        } while step < 0 && errno == EINTR
        count = max(step, 0)
      }
      if step < 0 { throw .last() }
      if step == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { throw .tooLarge(bytes: bytes.count, limit: limit) }
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
