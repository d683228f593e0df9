import Governance

/// What a cell says, once it has passed the checks of its column.
enum CellValue: Sendable {
  case blank
  case text(String)
  case list([String])
  case date(CalendarDate)
  case number(Double)
  case boolean(Bool)
}

/// What is wrong with a cell.
struct CellFault: Error, Hashable {
  var what: String
  var remedy: String
  /// Where in the cell's text, in characters from 0; `nil` for the whole cell.
  var character: Int?
}

/// The checks that a column's schema asks of one cell.
struct CellCheck: Sendable {
  /// The longest text accepted, in characters (Unicode scalars).
  var maximumCharacters: Int
  /// Whether to look for what a mistyped word may have meant.
  var suggests = true

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: the cell, without quotes.
  ///   - column: what it must be.
  ///   - isPlain: whether the text is known to be printable ASCII throughout.
  /// - Throws: what is wrong with it.
  func value(
    of text: String, in column: ColumnSchema, isPlain: Bool = false
  ) throws(CellFault) -> CellValue {
    if text.utf8.allSatisfy({ $0 == 0x20 }) {
      guard !column.isRequired else {
        throw CellFault(
          what: "\"\(column.name)\" is blank.", remedy: CellCheck.howToFill(column))
      }
      return .blank
    }
    if !isPlain || text.utf8.count > maximumCharacters { try checkText(text, in: column) }
    switch column.type {
    case .identifier: return .text(try identifier(text, in: column))
    case .text(let maximum): return .text(try line(text, maximum: maximum, in: column))
    case .prose: return .text(text)
    case .address: return .text(try address(text, in: column))
    case .choice(let choices): return .text(try choice(text, of: choices, in: column))
    case .areaCode: return .text(try areaCode(text))
    case .date: return .date(try date(text, in: column))
    case .number(let minimum, let maximum):
      return .number(try number(text, from: minimum, to: maximum, in: column))
    case .boolean: return .boolean(try boolean(text, in: column))
    case .identifiers, .texts, .choices: return .list(try list(text, in: column))
    }
  }

  // MARK: - Texts

  private func checkText(_ text: String, in column: ColumnSchema) throws(CellFault) {
    if text.utf8.count > maximumCharacters, text.unicodeScalars.count > maximumCharacters {
      throw CellFault(
        what:
          "\"\(column.name)\" has \(text.unicodeScalars.count) characters; "
          + "the limit is \(maximumCharacters).",
        remedy: "Shorten it; a missing closing quote can also run cells together.",
        character: maximumCharacters)
    }
    let refused = TextRules.firstRefused(in: text, allowsLineBreaks: column.type == .prose)
    guard let refused else { return }
    let code = "U+" + CellCheck.hexadecimal(refused.scalar.value)
    let isBreak = TextRules.isLineBreakOrTab(refused.scalar)
    throw CellFault(
      what:
        "\"\(column.name)\" holds \(isBreak ? "a line break or tab" : "a hidden character") "
        + "(\(code)).",
      remedy: isBreak ? "Keep it on one line; write a space instead." : "Remove it.",
      character: refused.index)
  }

  private func line(
    _ text: String, maximum: Int?, in column: ColumnSchema
  ) throws(CellFault) -> String {
    if let maximum, text.unicodeScalars.count > maximum {
      throw CellFault(
        what: "\"\(column.name)\" has \(text.unicodeScalars.count) characters; at most \(maximum) "
          + "fit.",
        remedy: "Shorten it, or leave it blank.")
    }
    return text
  }

  private func address(_ text: String, in column: ColumnSchema) throws(CellFault) -> String {
    let lower = text.lowercased()
    let rest =
      lower.hasPrefix("https://")
      ? lower.dropFirst(8) : lower.hasPrefix("http://") ? lower.dropFirst(7) : ""
    let isWhole = rest.utf8.first.map { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 } ?? false
    guard isWhole, !CellCheck.hasSpace(text) else {
      throw CellFault(
        what: "\(Quotation.of(text)) is not an http or https address.",
        remedy: "Write it as https://www.england.nhs.uk/…, or leave it blank.")
    }
    return text
  }

  // MARK: - Words

  private func identifier(_ text: String, in column: ColumnSchema) throws(CellFault) -> String {
    if Code.isWellFormed(text) { return text }
    throw CellFault(
      what: "\(Quotation.of(text)) is not an identifier.",
      remedy: text.contains(PackageSchema.listSeparator)
        ? "This column takes one identifier, not a list."
        : "Use 1 to 64 letters, digits, \".\", \"_\" or \"-\", beginning with a letter or a "
          + "digit, without spaces.")
  }

  private func areaCode(_ text: String) throws(CellFault) -> String {
    let isLetterFirst = text.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    let digits = text.utf8.dropFirst()
    if isLetterFirst, digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      return text
    }
    throw CellFault(
      what: "\(Quotation.of(text)) is not a code of the Office for National Statistics.",
      remedy: "Write a capital letter and eight digits, such as E54000066, or leave it blank.")
  }

  private func choice(
    _ text: String, of choices: [String], in column: ColumnSchema
  ) throws(CellFault) -> String {
    if choices.contains(text) { return text }
    let question = suggests ? Spelling.question(for: text, among: choices) : nil
    throw CellFault(
      what: "\(Quotation.of(text)) is not a \"\(column.name)\".",
      remedy: question
        ?? "Use one of: \(choices.joined(separator: ", ")).")
  }

  private func list(_ text: String, in column: ColumnSchema) throws(CellFault) -> [String] {
    var items: [String] = []
    for part in text.split(separator: PackageSchema.listSeparator, omittingEmptySubsequences: false)
    {
      let item = CellCheck.trimmed(part)
      guard !item.isEmpty else {
        throw CellFault(
          what: "\"\(column.name)\" has an empty item in its list.",
          remedy: "Put one \";\" between two items and none at the ends.")
      }
      switch column.type {
      case .identifiers: items.append(try identifier(item, in: column))
      case .choices(let choices): items.append(try choice(item, of: choices, in: column))
      default: items.append(item)
      }
    }
    if let twice = CellCheck.firstRepeated(in: items) {
      throw CellFault(
        what: "\"\(column.name)\" names \(Quotation.of(twice)) twice.", remedy: "Name it once.")
    }
    return items
  }

  // MARK: - Figures

  private func date(_ text: String, in column: ColumnSchema) throws(CellFault) -> CalendarDate {
    if let date = CalendarDate(iso: text) { return date }
    throw CellFault(
      what: "\(Quotation.of(text)) is not a date.", remedy: DateGuess.remedy(for: text))
  }

  private func number(
    _ text: String, from minimum: Double?, to maximum: Double?, in column: ColumnSchema
  ) throws(CellFault) -> Double {
    guard let value = PlainNumber.value(of: text) else {
      throw CellFault(
        what: "\(Quotation.of(text)) is not a number.",
        remedy: "Write digits with a point, such as 0.25, without commas, spaces or signs like %.")
    }
    let tooLow = minimum.map { value < $0 } ?? false
    let tooHigh = maximum.map { value > $0 } ?? false
    guard tooLow || tooHigh else { return value }
    let bounds: String
    if let minimum, let maximum {
      bounds = "from \(PlainNumber.text(minimum)) to \(PlainNumber.text(maximum))"
    } else {
      bounds = minimum.map { "at least \(PlainNumber.text($0))" } ?? "smaller"
    }
    let isShare = minimum == 0 && maximum == 1
    throw CellFault(
      what: "\"\(column.name)\" is \(Quotation.of(text)); it must be \(bounds).",
      remedy: isShare && value > 1 && value <= 100
        ? "Write a share as a part of 1: \(text) per cent is \(PlainNumber.text(value / 100))."
        : "Correct it, or leave it blank where it is not known.")
  }

  private func boolean(_ text: String, in column: ColumnSchema) throws(CellFault) -> Bool {
    switch text {
    case "true": return true
    case "false": return false
    default:
      throw CellFault(
        what: "\(Quotation.of(text)) is not true or false.",
        remedy: "Write true or false in small letters, or leave it blank where it is not known.")
    }
  }

  // MARK: - Helpers

  private static func howToFill(_ column: ColumnSchema) -> String {
    switch column.type {
    case .choice(let choices): "Fill it with one of: \(choices.joined(separator: ", "))."
    case .date: "Fill it with a day such as 2026-04-01."
    case .number: "Fill it with a number."
    case .identifier where column.references == .sources:
      "Name a row of sources.csv; every record needs a source."
    case .identifier where column.references != nil:
      "Fill it with the id of a row of \(column.references!.rawValue).csv."
    default: "Fill it; every row needs it."
    }
  }

  private static func trimmed(_ part: Substring) -> String {
    var part = part
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return String(part)
  }

  private static func firstRepeated(in items: [String]) -> String? {
    guard items.count > 1 else { return nil }
    var seen: Set<String> = []
    return items.first { !seen.insert($0).inserted }
  }

  private static func hasSpace(_ text: String) -> Bool {
    text.utf8.contains { $0 <= 0x20 }
      || text.utf8.contains { $0 >= 0x80 } && text.contains(where: \.isWhitespace)
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
