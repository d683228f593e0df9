/// The meetings of others that people of one trust attended in two weeks.
public struct Diary: Hashable, Sendable {
  /// How many days it covers.
  public static let days = 14

  /// The trust.
  public var trust: Code
  /// The first of its days.
  public var from: CalendarDate
  /// The meetings, in the order in which they were written down.
  public var meetings: [DiaryMeeting]

  /// Makes a diary.
  ///
  /// - Parameters:
  ///   - trust: the trust.
  ///   - from: the first of its days.
  ///   - meetings: the meetings.
  public init(trust: Code, from: CalendarDate, meetings: [DiaryMeeting]) {
    self.trust = trust
    self.from = from
    self.meetings = meetings
  }

  /// The last of its days.
  public var to: CalendarDate { from.adding(days: Self.days - 1) }

  /// Whether a day is one of its days.
  public static func covers(_ day: CalendarDate, from first: CalendarDate) -> Bool {
    first <= day && day <= first.adding(days: days - 1)
  }

  /// Whether most of the forums that it names are none of those that its trust is expected to attend.
  ///
  /// Only forums count that are named as a template names them, by a code or as a kind and a body:
  /// what people call a meeting in their own words says nothing.
  ///
  /// - Parameter expected: the forums that the trust is expected to attend.
  /// - Complexity: O(meetings + forums).
  public func isMostlyForeign(to expected: [DiaryForum]) -> Bool {
    let codes = Set(expected.compactMap(\.forum))
    let titles = Set(expected.map(\.name))
    var named: [String: Bool] = [:]
    for meeting in meetings {
      if let forum = meeting.forum {
        named[forum.text] = codes.contains(forum)
      } else if meeting.name.hasPrefix(DiaryForum.words(of: meeting.kind) + ": ") {
        named[meeting.name] = titles.contains(meeting.name)
      }
    }
    return 2 * named.values.count { !$0 } > named.count
  }

  /// The share of a year that it covers, in years of 365.25 days.
  public static var years: Double { Double(days) / 365.25 }
}

/// A meeting in a diary.
public struct DiaryMeeting: Hashable, Sendable {
  /// The day.
  public var date: CalendarDate
  /// The forum, where the register has it.
  public var forum: Code?
  /// What it is called.
  public var name: String
  /// The kind of forum.
  public var kind: String
  /// How many attended for the trust, at least 1.
  public var attendees: Double
  /// How many of them were deputies; `nil` if not noted.
  public var deputies: Double?
  /// How long it lasted, in hours.
  public var hours: Double
  /// Hours of preparation of all attendees together; `nil` if not noted.
  public var preparation: Double?
  /// Hours of travel of all attendees together; `nil` if not noted.
  public var travel: Double?
  /// Anything else.
  public var notes: String

  /// Makes a meeting.
  ///
  /// - Parameters:
  ///   - date: the day.
  ///   - forum: the forum, where the register has it.
  ///   - name: what it is called.
  ///   - kind: the kind of forum.
  ///   - attendees: how many attended for the trust, at least 1.
  ///   - deputies: how many of them were deputies.
  ///   - hours: how long it lasted.
  ///   - preparation: hours of preparation of all attendees together.
  ///   - travel: hours of travel of all attendees together.
  ///   - notes: anything else.
  public init(
    date: CalendarDate, forum: Code? = nil, name: String = "", kind: String, attendees: Double,
    deputies: Double? = nil, hours: Double, preparation: Double? = nil, travel: Double? = nil,
    notes: String = ""
  ) {
    self.date = date
    self.forum = forum
    self.name = name
    self.kind = kind
    self.attendees = attendees
    self.deputies = deputies
    self.hours = hours
    self.preparation = preparation
    self.travel = travel
    self.notes = notes
  }

  /// Person-hours of the trust: attendance, preparation and travel as far as noted.
  public var personHours: Double { attendees * hours + (preparation ?? 0) + (travel ?? 0) }
}

/// A forum that a trust is expected to attend, for the template of a diary.
public struct DiaryForum: Hashable, Sendable {
  /// The forum, where the register has it.
  public let forum: Code?
  /// What it is called.
  public let name: String
  /// The kind of forum.
  public let kind: String
  /// Whether no record says that the trust attends it.
  public let isModelled: Bool

  /// A kind of forum in words, as titles of forums without a record begin.
  static func words(of kind: String) -> String {
    kind.split(separator: "_").joined(separator: " ")
  }

  /// The forums of others that a trust is expected to attend, by kind.
  public static func expected(of load: TrustLoad) -> [DiaryForum] {
    load.terms.filter { $0.component == .meetings }.map {
      DiaryForum(forum: $0.forum, name: $0.title, kind: $0.kind, isModelled: $0.isModelled)
    }
  }
}
