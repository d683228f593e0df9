extension Code {
  /// Whether a text has the form of an identifier: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
  ///
  /// - Parameter text: what to look at.
  public static func isWellFormed(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      case 0x2E, 0x5F, 0x2D:
        if count == 0 { return false }
      default: return false
      }
      count += 1
      if count > 64 { return false }
    }
    return count > 0
  }
}
