import Governance
import Yams

/// A mapping of a YAML file, read key by key; what is wrong goes to the report.
struct YAMLMapping {
  let mark: Mark?
  /// The id of the rule, for messages.
  var id: String
  private let entries: [(key: String, mark: Mark?, value: Node)]
  private var used: Set<String> = []

  /// The mapping of a node; `nil` after an error is reported.
  init?(_ node: Node, id: String, _ report: inout YAMLReport) {
    guard case .mapping(let mapping) = node else {
      report.error(
        node.mark, id: id, "Keys and values are expected here.", "Write it as Regimes.md shows.")
      return nil
    }
    mark = node.mark
    self.id = id
    entries = mapping.map { ($0.key.string ?? "", $0.key.mark, $0.value) }
  }

  /// The keys, in the order of the file.
  var keys: [String] { entries.map(\.key) }

  /// The value of a key; `nil` if it is not there or blank.
  mutating func node(_ key: String) -> Node? {
    used.insert(key)
    guard let node = entries.first(where: { $0.key == key })?.value else { return nil }
    if case .scalar(let scalar) = node, scalar.style == .plain,
      ["", "~", "null"].contains(scalar.string)
    {
      return nil
    }
    return node
  }

  /// A text; `nil` if it is not there, or after an error is reported.
  mutating func optionalText(_ key: String, _ report: inout YAMLReport) -> String? {
    guard let node = node(key) else { return nil }
    return text(node, key, &report)
  }

  /// A text that must be there; blank after an error is reported.
  mutating func text(_ key: String, _ report: inout YAMLReport) -> String {
    guard node(key) != nil else {
      report.error(mark, id: id, "\(key) is missing.", "Fill it.")
      return ""
    }
    return optionalText(key, &report) ?? ""
  }

  private func text(_ node: Node, _ key: String, _ report: inout YAMLReport) -> String? {
    guard case .scalar(let scalar) = node else {
      report.error(node.mark, id: id, "\(key) is to be one text.", "Write one text.")
      return nil
    }
    let text = scalar.string
    if let refused = TextRules.firstRefused(in: text, allowsLineBreaks: false) {
      let number = String(refused.scalar.value, radix: 16, uppercase: true)
      report.error(
        node.mark, id: id, "\(key) holds the character U+\(number).", "Take it out.")
      return nil
    }
    guard text.unicodeScalars.count <= 10_000 else {
      report.error(node.mark, id: id, "\(key) is too long.", "Keep to 10,000 characters.")
      return nil
    }
    return text
  }

  /// A list of texts; empty if it is not there.
  mutating func texts(_ key: String, _ report: inout YAMLReport) -> [String] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      report.error(node.mark, id: id, "\(key) is to be a list.", "Write it as [a, b].")
      return []
    }
    return sequence.compactMap { text($0, key, &report) }
  }

  /// A list of mappings; empty if it is not there.
  mutating func mappings(_ key: String, _ report: inout YAMLReport) -> [YAMLMapping] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      report.error(node.mark, id: id, "\(key) is to be a list.", "Begin each item with a dash.")
      return []
    }
    return sequence.compactMap { YAMLMapping($0, id: id, &report) }
  }

  /// A mapping; `nil` if it is not there, or after an error is reported.
  mutating func mapping(_ key: String, _ report: inout YAMLReport) -> YAMLMapping? {
    guard let node = node(key) else { return nil }
    return YAMLMapping(node, id: id, &report)
  }

  /// A figure within a range; `nil` if it is not there, or after an error is reported.
  mutating func number(
    _ key: String, in range: ClosedRange<Double>, _ report: inout YAMLReport
  ) -> Double? {
    guard let node = node(key), let text = optionalText(key, &report) else { return nil }
    guard let number = Double(text), range.contains(number) else {
      report.error(
        node.mark, id: id, "\(key) is \(Quotation.of(text)).",
        "Give a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound)).")
      return nil
    }
    return number
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  /// A word of a vocabulary; `nil` if it is not there, or after an error is reported.
  mutating func word<Word: CaseIterable & RawRepresentable>(
    _ key: String, _: Word.Type, _ report: inout YAMLReport
  ) -> Word? where Word.RawValue == String {
    guard let node = node(key), let text = optionalText(key, &report) else { return nil }
    return word(text, key, node.mark, &report)
  }

  /// A list of words of a vocabulary.
  mutating func words<Word: CaseIterable & RawRepresentable>(
    _ key: String, _: Word.Type, _ report: inout YAMLReport
  ) -> [Word] where Word.RawValue == String {
    let place = node(key)?.mark
    return texts(key, &report).compactMap { word($0, key, place, &report) }
  }

  private func word<Word: CaseIterable & RawRepresentable>(
    _ text: String, _ key: String, _ mark: Mark?, _ report: inout YAMLReport
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    report.error(
      mark, id: id, "\(key) is \(Quotation.of(text)).",
      Spelling.question(for: text, among: known)
        ?? "Use one of \(known.joined(separator: ", ")).")
    return nil
  }

  /// A day; `nil` if it is not there, or after an error is reported.
  mutating func day(_ key: String, _ report: inout YAMLReport) -> CalendarDate? {
    guard let node = node(key), let text = optionalText(key, &report) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      report.error(
        node.mark, id: id, "\(key) is \(Quotation.of(text)).", DateGuess.remedy(for: text))
      return nil
    }
    return date
  }

  /// Reports every key that nobody asked for.
  func finish(_ report: inout YAMLReport) {
    for entry in entries where !used.contains(entry.key) {
      report.error(
        entry.mark, id: id, "There is no key \(Quotation.of(entry.key)) here.",
        Spelling.question(for: entry.key, among: used.sorted())
          ?? (used.isEmpty
            ? "Take it out." : "Use one of \(used.sorted().joined(separator: ", "))."))
    }
  }
}
