import Glibc

/// The other side of ``RenderPool``: what a worker process does until its parent goes away.
public enum RenderWorker {
  /// Serves requests until the input ends.
  ///
  /// Call it from a hidden subcommand of the program that owns the pool, with standard input
  /// and output. The first frame holds the limits; the process then limits its own memory, and
  /// an alarm ends it should a picture take longer than the parent would wait, so that it does
  /// not outlive a parent that died meanwhile.
  ///
  /// - Returns: the exit status to end the process with.
  public static func run(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) -> Int32 {
    let channel = Channel(input: input, output: output)
    guard let first = try? channel.receive(), let limits = RenderLimits(frame: first) else {
      return EXIT_FAILURE
    }
    apply(limits)
    let context: GraphvizContext
    do {
      context = try GraphvizContext()
    } catch {
      _ = try? channel.send(RenderReply(.failure(error)).frame)
      return EXIT_FAILURE
    }
    serve(channel, context, limits)
    return EXIT_SUCCESS
  }

  private static func serve(_ channel: Channel, _ context: GraphvizContext, _ limits: RenderLimits)
  {
    let grace = UInt32(min(max(limits.deadline, 0), 86_400).rounded(.up)) + 5
    while let frame = try? channel.receive() {
      guard let request = RenderRequest(frame: frame) else { return }
      alarm(grace)
      let result = Result { () throws(GraphvizError) in try context.render(request) }
      alarm(0)
      guard (try? channel.send(RenderReply(result).frame)) != nil else { return }
    }
  }

  private static func apply(_ limits: RenderLimits) {
    var memory = rlimit(rlim_cur: rlim_t(limits.memory), rlim_max: rlim_t(limits.memory))
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    // A crash is expected now and then; a core file for each is not wanted.
    var core = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
  }
}
