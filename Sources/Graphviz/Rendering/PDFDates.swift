/// Makes PDFs reproducible.
enum PDFDates {
  /// The picture with its date of creation set to the start of the year 2000.
  ///
  /// That date is all in which two PDFs of one drawing differ, and nothing tells cairo to leave
  /// it out. The replacement has the same length, so no offset moves. A PDF whose dates are
  /// compressed is returned as it is.
  static func fixed(in pdf: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    let replacement = Array("20000101000000".utf8)
    var bytes = pdf
    var start = 0
    while let found = firstRange(of: key, in: bytes, from: start) {
      start = found.upperBound
      let end = start + replacement.count
      guard end <= bytes.count else { break }
      bytes.replaceSubrange(start..<end, with: replacement)
    }
    return bytes
  }

  private static func firstRange(
    of pattern: [UInt8], in bytes: [UInt8], from start: Int
  ) -> Range<Int>? {
    guard bytes.count >= pattern.count, start <= bytes.count - pattern.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in start...(bytes.count - pattern.count) where bytes[index] == pattern[0] {
        if (1..<pattern.count).allSatisfy({ bytes[index + $0] == pattern[$0] }) {
          return index..<(index + pattern.count)
        }
      }
      return nil
    }
  }
}
