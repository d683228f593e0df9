import GraphCore

/// The functions and decisions map of an ICS: for each function and level, who decides, who is
/// accountable and by which instrument, as far as the records and the regime say.
///
/// A cell without an entry is not known; it never says that there is nobody.
public struct FunctionsMap: Hashable, Sendable {
  /// A level at which a function may be exercised.
  public enum Level: String, CaseIterable, Comparable, Sendable {
    case neighbourhood, place, ics, multiICS, region, national

    /// Orders from the most local.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// In what way a body exercises a function, or is accountable for it.
  public enum Way: String, CaseIterable, Comparable, Sendable {
    /// A forum or a committee decides on it.
    case decides
    /// It leads the commissioning on behalf of others.
    case leads
    /// It commissions.
    case commissions
    /// It exercises what has been delegated to it.
    case exercises
    /// It oversees.
    case oversees
    /// It pays the money.
    case funds
    /// A forum is about it; whether it decides is not known.
    case meets
    /// Several share leadership.
    case shares
    /// It answers to others for it.
    case answers
    /// It has delegated it and stays accountable.
    case delegates

    /// Orders as the cases are written.
    public static func < (left: Way, right: Way) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A body and what it does.
  public struct Entry: Hashable, Sendable {
    /// The organisation, forum or arrangement.
    public let body: Code
    /// The level at which it does so.
    public let level: Level
    /// In what way.
    public let way: Way
    /// Towards whom, on whose behalf or whose forum it is, by code.
    public let towards: [Code]
    /// The functions the records name; empty for all it does.
    public let functions: [String]
    /// The services; empty for all, or not known for what commissions.
    public let services: [String]
    /// The areas to which it is limited; empty for none.
    public let areas: [Code]
    /// The document that gives it: of the record, or the one that the rule cites; `nil` if not known.
    public let instrument: String?
    /// The standing rule that says so; `nil` for records.
    public let rule: String?
    /// The records that say so.
    public let records: [RecordReference]
    /// No surer than the weakest of them.
    public let confidence: Confidence
  }

  /// A function at a level.
  public struct Cell: Hashable, Sendable {
    /// The level.
    public let level: Level
    /// Who decides on the function or exercises it; empty if not known.
    public let deciders: [Entry]
    /// Who is accountable for it; empty if not known.
    public let accountable: [Entry]

    /// The documents by which they do; empty if not known.
    public var instruments: [String] {
      Set((deciders + accountable).compactMap(\.instrument)).sorted()
    }
    /// Whether nothing of the cell is known.
    public var isUnknown: Bool { deciders.isEmpty && accountable.isEmpty }
  }

  /// A function at every level.
  public struct Row: Hashable, Sendable {
    /// The function.
    public let function: String
    /// What a reader is shown.
    public let title: String
    /// A cell a level, from the most local.
    public let cells: [Cell]
  }

  /// How many cells are known, of all.
  public struct Coverage: Hashable, Sendable {
    /// All cells.
    public let cells: Int
    /// Those with somebody who decides or exercises.
    public let deciders: Int
    /// Those with somebody accountable.
    public let accountable: Int
    /// Those with an instrument.
    public let instruments: Int
    /// Those of which nothing is known.
    public let unknown: Int
  }

  /// The ICS.
  public let system: Code
  /// The day.
  public let date: CalendarDate
  /// The regime whose standing lines are read.
  public let regime: String
  /// The functions, in the order of the regime, then by word.
  public let rows: [Row]
  /// What decides or acts without the records naming a function.
  public let unplaced: [Entry]
  /// Who is accountable for, commissions, decides on and funds services that are delegated.
  public let commissioning: [CommissioningLines]

  /// How many cells are known.
  public var coverage: Coverage {
    let cells = rows.flatMap(\.cells)
    return Coverage(
      cells: cells.count, deciders: cells.count { !$0.deciders.isEmpty },
      accountable: cells.count { !$0.accountable.isEmpty },
      instruments: cells.count { !$0.instruments.isEmpty },
      unknown: cells.count { $0.isUnknown })
  }

  /// Makes the map.
  ///
  /// Functions are the widest of the regime, and those narrower or unlisted that a line, forum or
  /// arrangement of the ICS names. A line about a function stands also in the rows of those within
  /// it, and one about part of a function does not stand for the whole.
  ///
  /// - Parameters:
  ///   - code: the ICS.
  ///   - graph: the atlas under its regime.
  /// - Returns: `nil` if no ICS of the code is in force on the day.
  /// - Complexity: O(lines, forums and parties at the bodies of the ICS, plus functions · entries).
  public init?(of code: Code, in graph: AccountabilityGraph) {
    guard let node = graph.atlas.node(code), graph.atlas.organisation(node)?.kind == .ics else {
      return nil
    }
    var collector = FunctionsMapCollector(system: node, in: graph)
    collector.collect()
    system = code
    date = graph.atlas.date
    regime = graph.regime.id
    rows = Self.rows(collector.deciders, collector.accountable, in: graph.regime.functions)
    unplaced = FunctionsMapCollector.merged(
      collector.unplaced + collector.deciders.filter(\.functions.isEmpty))
    commissioning = graph.commissioningLines(of: code)
  }

  private static func rows(
    _ deciders: [Entry], _ accountable: [Entry], in order: TermOrder
  ) -> [Row] {
    let named = Set((deciders + accountable).flatMap(\.functions))
    let listed = order.terms.filter { $0.within.isEmpty || named.contains($0.id) }.map(\.id)
    let functions = listed + named.subtracting(order.terms.map(\.id)).sorted()
    return functions.map { function in
      let cells = Level.allCases.map { level in
        Cell(
          level: level,
          deciders: deciders.filter {
            $0.level == level && !$0.functions.isEmpty && order.covers($0.functions, function)
          },
          accountable: accountable.filter {
            $0.level == level && order.covers($0.functions, function)
          })
      }
      return Row(function: function, title: order.title(of: function), cells: cells)
    }
  }
}
