import CGraphvizShim
import Glibc

/// A running worker as its parent sees it.
///
/// Not shared between threads.
struct WorkerProcess: ~Copyable {
  let process: pid_t
  private let channel: Channel
  private(set) var renders = 0

  /// Starts a worker.
  ///
  /// A pair of sockets rather than two pipes: they are closed on exec from the moment they
  /// exist, so that no other child inherits them and keeps a dead parent's workers waiting, and
  /// writing to one whose reader died is an error instead of a signal.
  ///
  /// - Throws: stage `worker` if it cannot be started.
  init(
    executable: String, arguments: [String], limits: RenderLimits
  ) throws(GraphvizError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Self.failure("no sockets could be opened", errno)
    }
    defer { close(ends[1]) }
    let (status, process) = Self.spawn(executable, arguments, socket: ends[1])
    guard status == 0 else {
      close(ends[0])
      throw Self.failure("\(executable) could not be started", status)
    }
    self.process = process
    channel = Channel(input: ends[0], output: ends[0])
    // If it is dead already, the first picture will tell.
    _ = try? channel.send(limits.frame, by: Clock.now() + limits.deadline)
  }

  deinit {
    _ = Self.end(process, channel)
  }

  /// Ends the process and says what it died of.
  consuming func lastWords() -> String {
    let status = Self.end(process, channel)
    discard self
    let signal = status & 0x7F
    return signal == 0
      ? "ended with status \(status >> 8 & 0xFF)" : "died of \(String(cString: strsignal(signal)))"
  }

  /// Ends a process, which holds nothing worth saving and may be past listening.
  ///
  /// - Returns: its status; one that died by itself before keeps that one.
  private static func end(_ process: pid_t, _ channel: Channel) -> Int32 {
    close(channel.input)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Has one picture drawn.
  mutating func render(
    _ frame: [UInt8], deadline: Double
  ) throws(Channel.Failure) -> RenderReply {
    renders += 1
    let end = Clock.now() + deadline
    try channel.send(frame, by: end)
    guard let reply = RenderReply(frame: try channel.receive(by: end)) else { throw .closed }
    return reply
  }

  // MARK: Starting

  private static func spawn(
    _ executable: String, _ arguments: [String], socket: Int32
  ) -> (status: Int32, process: pid_t) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
    // What a crash prints is of no use to the reader; the parent reports it in its own words.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    resetSignals(&attributes)
    var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, executable, &actions, &attributes, words, gvs_environment())
    return (status, process)
  }

  /// A parent that ignores or blocks signals would hand that on; the alarm must work.
  private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    sigemptyset(&none)
    var ordinary = sigset_t()
    sigemptyset(&ordinary)
    for signal in [SIGPIPE, SIGALRM, SIGTERM, SIGHUP] { sigaddset(&ordinary, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &ordinary)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
  }

  private static func failure(_ what: String, _ code: Int32) -> GraphvizError {
    GraphvizError(.worker, "\(what): \(String(cString: strerror(code)))")
  }
}
