/// A change of one parameter or of one arrangement, and what it would do to a load at the most likely
/// values of all else.
public struct LoadChange: Hashable, Sendable {
  /// What would change.
  public enum What: Hashable, Sendable {
    /// A parameter moves to the end of its range that makes the greater difference.
    case parameter(LoadSwing)
    /// All terms of a kind become one: the greatest of them, which is named.
    case joining(LoadComponent, kind: String, bodies: [Code], kept: String)
    /// One return of a family serves all its recipients.
    case oneReturn(family: String, recipients: [Code])
  }

  /// What would change.
  public let what: What
  /// By how many person-hours a year the load would change; negative where it would fall.
  public let difference: Double
}

extension LoadEquations {
  /// The changes of a parameter or an arrangement that would move the load of a trust most, the
  /// greatest first.
  ///
  /// Arrangements change exactly: contracts, reviews or meetings of one kind become the greatest of
  /// them, and returns of one family are made once. Parameters move to either end of their range.
  ///
  /// - Parameters:
  ///   - subject: the trust.
  ///   - count: how many to give.
  /// - Complexity: O(inputs · products + terms).
  public func changes(of subject: LoadSubject, most count: Int = 10) -> [LoadChange] {
    guard let load = models[subject.model].load(of: subject.trust) else { return [] }
    let mode = mode(of: [subject])
    let swings = tornado(of: [subject], most: count).map { swing in
      let (low, high) = (swing.atLow - mode, swing.atHigh - mode)
      return LoadChange(what: .parameter(swing), difference: abs(low) > abs(high) ? low : high)
    }
    let all = (swings + load.arrangementChanges).filter { $0.difference != 0 }
    return Array(
      all.enumerated().sorted { left, right in
        let (one, other) = (abs(left.element.difference), abs(right.element.difference))
        return one == other ? left.offset < right.offset : one > other
      }.map(\.element).prefix(max(0, count)))
  }
}

extension TrustLoad {
  /// What arrangements could change, by component and kind.
  fileprivate var arrangementChanges: [LoadChange] {
    var groups: [(key: LoadComponent, kind: String, terms: [LoadTerm])] = []
    for term in terms {
      if let last = groups.last, last.key == term.component, last.kind == term.kind {
        groups[groups.count - 1].terms.append(term)
      } else {
        groups.append((term.component, term.kind, [term]))
      }
    }
    return groups.flatMap { group in
      group.key == .returns
        ? group.terms.map(Self.oneReturn) : [Self.joined(group.terms)].compactMap(\.self)
    }
  }

  private static func oneReturn(_ term: LoadTerm) -> LoadChange {
    let again = term.parts.filter { $0.kind == .repeating }.reduce(0) { $0 + $1.mode }
    return LoadChange(
      what: .oneReturn(family: term.kind, recipients: term.bodies), difference: -again)
  }

  private static func joined(_ terms: [LoadTerm]) -> LoadChange? {
    guard terms.count > 1, let first = terms.first else { return nil }
    let greatest = terms.reduce(first) { $1.mode > $0.mode ? $1 : $0 }
    let total = terms.reduce(0) { $0 + $1.mode }
    return LoadChange(
      what: .joining(
        first.component, kind: first.kind, bodies: terms.flatMap(\.bodies),
        kept: greatest.title),
      difference: greatest.mode - total)
  }
}
