extension Sequence<Relation> {
  /// The relations in the order of their ids, without those that tell what an earlier one tells.
  ///
  /// For figures that are added up: a line told twice must not count twice.
  ///
  /// - Complexity: O(n log n).
  var toldOnce: [Relation] {
    var seen: Set<Relation> = []
    return sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.filter { relation in
      var told = relation
      told.id = ""
      told.provenance = Provenance()
      return seen.insert(told).inserted
    }
  }
}
