import Glibc

/// One end of a conversation in frames: eight bytes of length, then that many bytes.
struct Channel {
  /// Why a frame did not come or go.
  enum Failure: Error {
    /// The other end is gone.
    case closed
    /// The time was up.
    case late
  }

  /// The longest frame that is taken for one; an A4 page at 1,200 dots an inch stays below.
  static let longest = 512 << 20

  let input: Int32
  let output: Int32

  /// Sends a frame, waiting no later than the deadline, if there is one.
  func send(_ payload: [UInt8], by deadline: Double? = nil) throws(Failure) {
    var header = FrameWriter()
    header.add(payload.count)
    try write(header.bytes, by: deadline)
    try write(payload, by: deadline)
  }

  /// Receives a frame, waiting no later than the deadline, if there is one.
  func receive(by deadline: Double? = nil) throws(Failure) -> [UInt8] {
    var header = FrameReader(try read(8, by: deadline))
    guard let count = header.integer(), 0...Self.longest ~= count else { throw .closed }
    return try read(count, by: deadline)
  }

  private func write(_ bytes: [UInt8], by deadline: Double?) throws(Failure) {
    var done = 0
    while done < bytes.count {
      try wait(for: POLLOUT, on: output, by: deadline)
      let count = bytes.withUnsafeBytes { buffer in
        Self.put(output, buffer[done...])
      }
      if count > 0 {
        done += count
      } else if errno != EINTR && errno != EAGAIN {
        throw .closed
      }
    }
  }

  private func read(_ count: Int, by deadline: Double?) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: Failure?
    bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, failure == nil {
        do throws(Failure) {
          try wait(for: POLLIN, on: input, by: deadline)
          let got = Glibc.read(input, buffer.baseAddress.map { $0 + filled }, count - filled)
          if got > 0 {
            filled += got
          } else if got == 0 || (errno != EINTR && errno != EAGAIN) {
            failure = .closed
          }
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes without the signal that would end the process where the reader is gone.
  ///
  /// That needs a socket; a worker may be handed something else, and there the signal does no harm.
  private static func put(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let buffer = UnsafeRawBufferPointer(rebasing: bytes)
    let sent = Glibc.send(
      descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
    if sent < 0, errno == ENOTSOCK {
      return Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    return sent
  }

  private func wait(
    for event: Int32, on descriptor: Int32, by deadline: Double?
  ) throws(Failure) {
    guard let deadline else { return }
    while true {
      let left = deadline - Clock.now()
      guard left > 0 else { throw .late }
      var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      let ready = Glibc.poll(&poll, 1, Int32(min(left * 1_000, 60_000).rounded(.up)))
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw .closed }
    }
  }
}

/// Time that only goes forward.
enum Clock {
  /// Seconds since some moment in the past.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
