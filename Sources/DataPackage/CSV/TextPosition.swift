/// A place in a text file as an editor shows it.
public struct TextPosition: Hashable, Comparable, Sendable {
  /// The line, from 1; a line ends with a line feed.
  public var line: Int
  /// The column in characters (Unicode scalars), from 1; a byte-order mark has no column.
  public var column: Int

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - line: from 1.
  ///   - column: from 1, in Unicode scalars.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then column.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The places of many bytes of a text in one walk over it.
  ///
  /// Places are worked out only when something is to be said about them, so that a file without
  /// faults pays nothing.
  ///
  /// - Parameters:
  ///   - offsets: byte offsets in any order; one beyond the end stands for the end.
  ///   - bytes: the text; bytes that are not UTF-8 count one column each at most.
  /// - Returns: a place for each offset, in the order asked for.
  /// - Complexity: O(n + k log k) for n bytes and k offsets.
  static func locate(_ offsets: [Int], in bytes: [UInt8]) -> [TextPosition] {
    var places = [TextPosition](repeating: TextPosition(line: 1, column: 1), count: offsets.count)
    var index = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    var line = 1
    var column = 1
    for which in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
      let target = min(offsets[which], bytes.count)
      while index < target {
        let byte = bytes[index]
        if byte == 0x0A {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        index += 1
      }
      places[which] = TextPosition(line: line, column: column)
    }
    return places
  }
}

/// The marks that some programs put in front of a text.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let utf16Little: [UInt8] = [0xFF, 0xFE]
  static let utf16Big: [UInt8] = [0xFE, 0xFF]
}
