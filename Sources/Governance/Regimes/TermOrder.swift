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
  /// The place of each listed word in `terms`.
  private let places: [String: Int]
  /// For each place, the places of the words that lie within it, itself among them, ascending.
  private let narrower: [[Int]]

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
    let places = Dictionary(
      terms.indices.map { (terms[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var broader: [String: Set<String>] = [:]
    var narrower: [[Int]] = Array(repeating: [], count: terms.count)
    for (place, term) in terms.enumerated() {
      var reached: Set<String> = [term.id]
      var pending = parents[term.id] ?? []
      while let next = pending.popLast() {
        if reached.insert(next).inserted { pending += parents[next] ?? [] }
      }
      broader[term.id] = reached
      for broad in reached.compactMap({ places[$0] }) { narrower[broad].append(place) }
    }
    self.broader = broader
    self.places = places
    self.narrower = narrower
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
    if list.isEmpty || list.contains(term) { return true }
    guard let broader = broader[term], broader.count > 1 else { return false }
    return list.contains { broader.contains($0) }
  }

  /// What two lists have in common: the broadest terms that both take in.
  ///
  /// - Returns: the common terms in byte order; empty if both lists stand for all; `nil` if they
  ///   have nothing in common.
  /// - Complexity: O(n · m · terms within a term), with the lists of a line a handful each.
  public func common(_ left: [String], _ right: [String]) -> [String]? {
    if left.isEmpty { return right.sorted() }
    if right.isEmpty { return left.sorted() }
    if left.count == 1, left == right { return left }
    var found: Set<String> = []
    for one in left {
      for other in right {
        if isWithin(one, other) {
          found.insert(one)
        } else if isWithin(other, one) {
          found.insert(other)
        } else {
          for place in shared(one, other) { found.insert(terms[place].id) }
        }
      }
    }
    if found.isEmpty { return nil }
    return found.filter { term in !found.contains { $0 != term && isWithin(term, $0) } }.sorted()
  }

  /// The places of the listed terms that lie within both of two terms.
  private func shared(_ one: String, _ other: String) -> [Int] {
    guard let first = places[one], let second = places[other] else { return [] }
    if narrower[first].count == 1 || narrower[second].count == 1 { return [] }
    return narrower[first].filter(narrower[second].contains)
  }

  /// The listed terms that lie within some terms, these among them, in the order of the list.
  ///
  /// - Complexity: O(terms within them · log of these).
  func listed(within named: some Sequence<String>) -> [String] {
    var found: Set<Int> = []
    for place in named.compactMap({ places[$0] }) { found.formUnion(narrower[place]) }
    return found.sorted().map { terms[$0].id }
  }
}
