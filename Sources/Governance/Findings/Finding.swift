/// How grave a finding is.
public enum FindingSeverity: String, CaseIterable, Comparable, Sendable {
  /// A pattern to discuss.
  case info
  /// A structural risk.
  case warning
  /// A must is broken, or the records contradict each other.
  case error

  /// Orders from the least grave.
  public static func < (left: FindingSeverity, right: FindingSeverity) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}

/// A question that the graph raises, with the very records that raise it.
public struct Finding: Hashable, Sendable {
  /// Why an overlap is meant.
  public enum Design: Hashable, Sendable {
    /// The law or the regime means it; the ids of the standing rules.
    case law([String])
  }

  /// The id: the same question has it in every run and scenario.
  public let id: String
  /// The kind.
  public let kind: FindingKind
  /// The check of the rule that found it.
  public let check: ExpectationCheck
  /// How grave it is.
  public let severity: FindingSeverity
  /// What it is about: organisations, arrangements or forums, the first being the main one.
  public let subjects: [Code]
  /// Others that take part, by code.
  public let involved: [Code]
  /// The function it is about, where it is about one.
  public let function: String?
  /// The services it is limited to; empty for all.
  public let services: [String]
  /// The areas it is limited to; empty for none.
  public let areas: [Code]
  /// The records that show it.
  public let witness: [Witness]
  /// The expectation that is not met.
  public let rule: String
  /// How sure it is: no better than its weakest record.
  public let confidence: Confidence
  /// The days on which all records of the witness hold.
  public let period: Period
  /// What is the case, in one sentence.
  public let why: String
  /// What to ask, in one sentence.
  public let question: String
  /// What would settle it, in one sentence.
  public let resolution: String
  /// Why it is meant; `nil` if nothing says so.
  public let design: Design?
}

/// A record that a finding rests on.
public struct Witness: Hashable, Sendable {
  /// Which record.
  public let record: RecordReference
  /// When it holds.
  public let period: Period
  /// How sure it is.
  public let confidence: Confidence

  /// Makes a witness.
  public init(record: RecordReference, period: Period, confidence: Confidence) {
    self.record = record
    self.period = period
    self.confidence = confidence
  }
}

/// The name of a record: its table and its id.
public struct RecordReference: Hashable, Comparable, Sendable {
  /// Where a record lives.
  public enum Home: Hashable, Comparable, Sendable {
    /// In a table of the register.
    case table(Register.Table)
    /// Nowhere: the regime makes it hold.
    case standing

    /// The word for it in data.
    public var name: String {
      switch self {
      case .table(let table): table.rawValue
      case .standing: "standing"
      }
    }

    /// Orders by name.
    public static func < (left: Home, right: Home) -> Bool { left.name < right.name }
  }

  /// Where the record lives.
  public let home: Home
  /// Its id.
  public let id: String

  /// Makes a reference.
  public init(_ home: Home, _ id: String) {
    self.home = home
    self.id = id
  }

  /// Orders by home, then by id.
  public static func < (left: RecordReference, right: RecordReference) -> Bool {
    (left.home, left.id) < (right.home, right.id)
  }
}
