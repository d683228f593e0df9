/// A small partial order of words: functions, or services.
///
/// A term may lie within broader ones (safety within quality). A word that is not listed stands for
/// itself alone. An empty list of terms on a line stands for all of them.
public struct TermOrder: Hashable, Sendable {
  /// A word and the broader words it lies within.
  public struct Term: Hashable, Sendable {
    /// The word as tables use it.
    public let id: String
    /// The word as a reader is shown it.
    public let title: String
    /// The broader words.
    public let within: [String]

    /// Makes a term.
    public init(id: String, title: String, within: [String] = []) {
      self.id = id
      self.title = title
      self.within = within
    }
  }

  /// The terms, in the order in which they were given.
  public let terms: [Term]
  private let titles: [String: String]
  private let broader: [String: Set<String>]

  /// Makes an order.
  ///
  /// - Parameter terms: the terms; a circle among them is cut, so that each term of it lies within
  ///   all others.
  /// - Complexity: O(terms · depth).
  public init(_ terms: [Term] = []) {
    self.terms = terms
    titles = Dictionary(terms.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let parents = Dictionary(
      terms.map { ($0.id, $0.within) }, uniquingKeysWith: { first, _ in first })
    var broader: [String: Set<String>] = [:]
    for term in terms {
      var reached: Set<String> = [term.id]
      var pending = term.within
      while let next = pending.popLast() {
        if reached.insert(next).inserted { pending += parents[next] ?? [] }
      }
      broader[term.id] = reached
    }
    self.broader = broader
  }

  /// The word as a reader is shown it; the word itself if it is not listed.
  public func title(of term: String) -> String { titles[term] ?? term }

  /// The listed term and those it lies within.
  public func broader(than term: String) -> Set<String> { broader[term] ?? [term] }

  /// Whether a term is another or lies within it.
  public func isWithin(_ narrow: String, _ broad: String) -> Bool {
    narrow == broad || broader[narrow]?.contains(broad) == true
  }

  /// Whether a list of terms takes in a term; an empty list takes in every term.
  public func covers(_ list: [String], _ term: String) -> Bool {
    list.isEmpty || list.contains { isWithin(term, $0) }
  }

  /// What two lists have in common: the broadest terms that both take in.
  ///
  /// - Returns: the common terms in byte order; empty if both lists stand for all; `nil` if they
  ///   have nothing in common.
  /// - Complexity: O(n · m · terms), with the lists of a line a handful each.
  public func common(_ left: [String], _ right: [String]) -> [String]? {
    if left.isEmpty { return right.sorted() }
    if right.isEmpty { return left.sorted() }
    var found: Set<String> = []
    for one in left {
      for other in right {
        if isWithin(one, other) {
          found.insert(one)
        } else if isWithin(other, one) {
          found.insert(other)
        } else {
          for term in terms where isWithin(term.id, one) && isWithin(term.id, other) {
            found.insert(term.id)
          }
        }
      }
    }
    if found.isEmpty { return nil }
    return found.filter { term in !found.contains { $0 != term && isWithin(term, $0) } }.sorted()
  }
}
