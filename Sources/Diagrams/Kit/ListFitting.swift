/// Sets a list of things in so many lines and says how many had no room.
enum ListFitting {
  /// As many items as fit, then "and 3 more".
  ///
  /// - Parameters:
  ///   - items: the items.
  ///   - width: width of a line in points.
  ///   - look: the look of the text.
  ///   - maxLines: lines at hand.
  ///   - separator: what stands between items.
  /// - Returns: the lines; none for an empty list.
  static func fit(
    _ items: [String], width: Double, look: TextStyle, maxLines: Int, separator: String = "; "
  ) -> [String] {
    guard !items.isEmpty, maxLines > 0 else { return [] }
    for kept in stride(from: items.count, to: 0, by: -1) {
      let more = items.count - kept
      let text =
        items.prefix(kept).joined(separator: separator) + (more > 0 ? " and \(more) more" : "")
      if look.fits(text, width: width, maxLines: maxLines) { return look.wrap(text, width: width) }
    }
    return look.wrap(items.joined(separator: separator), width: width, maxLines: maxLines)
  }
}

extension TextStyle {
  /// Whether a text fits in so many lines; see `TextMetrics.fits`.
  func fits(_ text: String, width: Double, maxLines: Int) -> Bool {
    TextMetrics.fits(text, width: width, size: size, bold: bold, maxLines: maxLines)
  }
}
