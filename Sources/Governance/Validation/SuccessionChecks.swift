extension RegisterValidator {
  /// What follows exists on the day, and what came before existed on the day before.
  mutating func checkSuccession(_ succession: Succession, _ place: RecordPlace) {
    checkEnds(of: succession, place)
    checkPredecessor(of: succession, place)
    checkSuccessor(of: succession, place)
  }

  private mutating func checkEnds(of succession: Succession, _ place: RecordPlace) {
    if succession.kind == .closure {
      if succession.successor != nil {
        report(
          place, "successor", "A closure has a successor.",
          "Leave \"successor\" blank, or use another kind.")
      }
      return
    }
    guard let successor = succession.successor else {
      report(
        place, "successor", "A \"\(succession.kind.rawValue)\" has no successor.",
        "Name it, or use \"closure\".")
      return
    }
    // A body may keep its code when its name or its boundary changes.
    let mayKeepCode: Set<SuccessionKind> = [.rename, .boundaryTransfer]
    if successor == succession.predecessor, !mayKeepCode.contains(succession.kind) {
      report(
        place, "successor", "\(successor) is said to follow itself.", "Name another successor.")
    }
  }

  private mutating func checkPredecessor(of succession: Succession, _ place: RecordPlace) {
    guard let life = organisation(succession.predecessor)?.provenance.period, !life.isEmpty else {
      return
    }
    let code = succession.predecessor
    let dayBefore = succession.date.adding(days: -1)
    if let from = life.from, from > dayBefore {
      report(
        place, "date",
        "\(code) exists only from \(from), so nothing of it can move on "
          + "\(succession.date).",
        "Correct \"date\", or the period of \(code).")
    } else if let to = life.to, to < dayBefore {
      warn(
        place, "date", "\(code) ended on \(to), some time before \(succession.date).",
        "\"date\" is the first day of the new state: the day after \(code) ended.")
    } else if let to = life.to, to > dayBefore, RegisterValidator.endsPredecessor(succession) {
      report(
        place, "date", "\(code) ends on \(to), after it was succeeded on \(succession.date).",
        "End \(code) on \(dayBefore), or correct \"date\".")
    } else if life.to == nil, RegisterValidator.endsPredecessor(succession) {
      warn(
        place, "predecessor",
        "\(code) is still in force after it was succeeded on \(succession.date).",
        "End \(code) on \(dayBefore) if it has ended in law.")
    }
  }

  private mutating func checkSuccessor(of succession: Succession, _ place: RecordPlace) {
    guard let successor = succession.successor,
      let life = organisation(successor)?.provenance.period, !life.isEmpty,
      !life.contains(succession.date)
    else { return }
    report(
      place, "date", "\(successor) does not exist on \(succession.date); it holds \(life.inWords).",
      "Correct \"date\", or the period of \(successor).")
  }

  /// Whether the kind of succession ends the body that came before.
  private static func endsPredecessor(_ succession: Succession) -> Bool {
    guard succession.predecessor != succession.successor else { return false }
    switch succession.kind {
    case .merger, .closure, .acquisition, .rename: return true
    case .split, .boundaryTransfer, .cluster: return false
    }
  }
}
