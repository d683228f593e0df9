/// Makes ids of findings: a hash of what the question is, not of what answers it today.
///
/// FNV-1a (Fowler, Noll, Vo) in 64 bits over the parts in UTF-8, each ended by a zero byte, written
/// as the kind and the lowest 60 bits in Crockford's base 32.
enum FindingIdentity {
  /// The id of a question.
  ///
  /// - Complexity: O(bytes).
  static func id(
    kind: FindingKind, check: ExpectationCheck, subjects: [Code], function: String?,
    services: [String], areas: [Code], rule: String
  ) -> String {
    var hash = FNV1a()
    hash.combine(kind.code)
    hash.combine(check.rawValue)
    hash.combine(rule)
    hash.combine(function ?? "")
    for subject in subjects { hash.combine(subject.text) }
    hash.combine("")
    for service in services { hash.combine(service) }
    hash.combine("")
    for area in areas { hash.combine(area.text) }
    return "\(kind.code)-\(base32(hash.value))"
  }

  private static func base32(_ value: UInt64) -> String {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let bytes = (0..<12).map { digits[Int(value >> UInt64(5 * (11 - $0)) & 31)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct FNV1a {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func combine(_ text: String) {
      for byte in text.utf8 { combine(byte) }
      combine(0)
    }

    private mutating func combine(_ byte: UInt8) {
      value ^= UInt64(byte)
      value = value &* 0x100_0000_01b3
    }
  }
}
