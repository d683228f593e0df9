/// What a regime expects of the bodies it is about.
public struct Expectation: Hashable, Sendable {
  /// How strongly.
  public enum Level: String, CaseIterable, Sendable {
    case must, should, may
  }

  /// The id, the same in every regime in which it is the same rule.
  public var id: String
  /// How it is checked.
  public var checks: [ExpectationCheck]
  /// How strongly it is expected.
  public var level: Level
  /// How a breach is graded.
  public var severity: FindingSeverity
  /// Of whom it is expected; `nil` when the check itself says so.
  public var subjects: OrganisationPattern?
  /// Figures and words the check needs.
  public var parameters: RuleParameters
  /// What is expected, in one sentence.
  public var statement: String
  /// What records answer it, in words.
  public var needs: String
  /// Where it is said.
  public var citation: Citation
  /// How sure it is that it is expected.
  public var confidence: Confidence
  /// Anything a reader should know.
  public var note: String?

  /// Makes an expectation from its fields.
  public init(
    id: String, checks: [ExpectationCheck], level: Level, severity: FindingSeverity,
    subjects: OrganisationPattern? = nil, parameters: RuleParameters = RuleParameters(),
    statement: String, needs: String, citation: Citation, confidence: Confidence,
    note: String? = nil
  ) {
    self.id = id
    self.checks = checks
    self.level = level
    self.severity = severity
    self.subjects = subjects
    self.parameters = parameters
    self.statement = statement
    self.needs = needs
    self.citation = citation
    self.confidence = confidence
    self.note = note
  }
}

/// A post that a board must have.
public struct PostRequirement: Hashable, Sendable {
  /// What to call it.
  public var title: String
  /// How many such seats there must be.
  public var count: Int
  /// Prefixes, in lower case, of what the `post` of a seat says.
  public var matches: [String]

  /// Makes a requirement.
  public init(title: String, count: Int, matches: [String]) {
    self.title = title
    self.count = count
    self.matches = matches
  }

  /// Whether a post is of this kind.
  public func isMet(by post: String) -> Bool {
    let words = post.lowercased()
    return matches.contains { words.hasPrefix($0) }
  }
}

/// Figures and words that an expectation gives to its check, by name.
public struct RuleParameters: Hashable, Sendable {
  /// Figures.
  public var numbers: [String: Double]
  /// Lists of words.
  public var texts: [String: [String]]
  /// Lists of posts.
  public var posts: [String: [PostRequirement]]
  /// From word to word.
  public var maps: [String: [String: String]]

  /// Makes parameters.
  public init(
    numbers: [String: Double] = [:], texts: [String: [String]] = [:],
    posts: [String: [PostRequirement]] = [:], maps: [String: [String: String]] = [:]
  ) {
    self.numbers = numbers
    self.texts = texts
    self.posts = posts
    self.maps = maps
  }

  /// A figure.
  public func number(_ name: String) -> Double? { numbers[name] }

  /// A list of words; empty if there is none.
  public func texts(_ name: String) -> [String] { texts[name] ?? [] }

  /// A list of posts; empty if there is none.
  public func posts(_ name: String) -> [PostRequirement] { posts[name] ?? [] }

  /// A map from word to word; empty if there is none.
  public func map(_ name: String) -> [String: String] { maps[name] ?? [:] }
}
