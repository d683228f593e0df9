import Governance

/// Words for loads.
enum LoadWording {
  /// Whole hours with commas; one decimal below ten.
  static func hours(_ hours: Double) -> String {
    guard hours.isFinite, abs(hours) < 1e15 else { return "over 10^15" }
    return abs(hours) < 10 ? Wording.decimal(hours, places: 1) : Wording.figure(hours.rounded())
  }

  /// From the tenth to the ninetieth percentile: `3,336–4,595`.
  static func range(_ spread: LoadSpread) -> String {
    hours(spread.p10.value) + "–" + hours(spread.p90.value)
  }

  /// A component as a heading.
  static func component(_ component: LoadComponent) -> String {
    switch component {
    case .meetings: "Meetings"
    case .returns: "Returns"
    case .reviews: "Reviews"
    case .contracts: "Contracts"
    }
  }

  /// A part of a term.
  static func part(_ kind: LoadPartKind) -> String {
    switch kind {
    case .repeating: "making again for others"
    default: kind.rawValue
    }
  }

  /// A kind of forum or family in words.
  static func kind(_ kind: String) -> String {
    kind.split(separator: "_").map { word in
      ["icb", "icp", "uec", "hwb"].contains(word) ? word.uppercased() : String(word)
    }.joined(separator: " ")
  }

  /// The symbol as the method page writes it.
  static func symbol(_ symbol: LoadSymbol) -> String {
    switch symbol {
    case .rho: "ρ"
    case .sigma: "σ"
    case .kappa: "κ"
    case .delta: "δ"
    case .uHost: "u host"
    default: symbol.rawValue
    }
  }

  /// How a figure was come by.
  static func provenance(_ provenance: ParameterProvenance) -> String {
    switch provenance {
    case .measured: "measured"
    case .localEstimate: "local estimate"
    case .unvalidatedDefault: "unvalidated default"
    }
  }

  /// On what ground a term stands.
  static func ground(_ ground: LoadGround) -> String {
    switch ground {
    case .recorded: "recorded"
    case .standing(let rule): "by the regime (\(rule))"
    case .template(let id): "modelled (\(id))"
    }
  }

  /// An input of the model: its symbol, meaning and scope.
  static func input(_ input: LoadInput) -> String {
    "\(symbol(input.symbol)), \(input.symbol.meaning) (\(kind(input.scope)))"
  }

  /// An input for readers: what it is, its symbol, and of what it is unless that is said already.
  static func figure(_ input: LoadInput) -> String {
    let name = "\(Wording.capitalised(input.symbol.meaning)) (\(symbol(input.symbol)))"
    if case .template(let id, _) = input.origin { return "\(name): template \(id)" }
    let scope = kind(input.scope)
    if scope == "*" { return "\(name): every forum" }
    return input.symbol.meaning.contains(scope) ? name : "\(name): \(scope)"
  }

  /// A change in one sentence without its size.
  ///
  /// - Parameters:
  ///   - change: the change.
  ///   - name: how an input is called; by its symbol first if nothing else is said.
  static func change(
    _ change: LoadChange, named name: (LoadInput) -> String = { input($0) }
  ) -> String {
    switch change.what {
    case .parameter(let swing):
      let value = toLow(change, swing) ? swing.input.range.low : swing.input.range.high
      return "\(name(swing.input)) \(Wording.figure(value)) in place of "
        + Wording.figure(swing.input.range.mode)
    case .joining(let component, let kind, let bodies, let kept):
      return joining(component, kind, bodies.count)
        + ", as much as the greatest: \(Self.kind(kept))"
    case .oneReturn(let family, let recipients):
      let count = Wording.count(recipients.count)
      return "one \(Self.kind(family)) return for its \(count) recipients together"
    }
  }

  /// Whether the difference of a change is that of the low value.
  private static func toLow(_ change: LoadChange, _ swing: LoadSwing) -> Bool {
    swing.atLow < swing.atHigh ? change.difference < 0 : change.difference > 0
  }

  private static func joining(
    _ component: LoadComponent, _ kind: String, _ count: Int
  ) -> String {
    let number = Wording.count(count)
    switch component {
    case .meetings: return "one \(Self.kind(kind)) in place of \(number)"
    case .reviews: return "one review in place of those of \(number) overseers"
    case .contracts: return "one contract in place of \(number)"
    case .returns: return "one return in place of \(number)"
    }
  }

  /// A change as a percentage with its sign: `+12%`, `−3%`, `+0.4%`; what is no more than the last
  /// digits of the arithmetic is 0.
  static func signed(_ share: Double) -> String {
    guard abs(share) > 1e-9 else { return "0%" }
    let percent = abs(share) * 100
    let text =
      percent < 0.05
      ? "under 0.1" : Wording.decimal(percent, places: percent < 0.95 ? 1 : 0)
    return (share < 0 ? "−" : "+") + text + "%"
  }

  /// What one figure does at its two ends: `−22% to +49%`.
  static func move(_ low: Double, _ high: Double) -> String {
    "\(signed(min(low, high))) to \(signed(max(low, high)))"
  }

  /// Low, most likely and high value: `0.5 – 1 – 2`; one value where nothing is open.
  static func range(_ range: LoadRange) -> String {
    range.isFixed
      ? Wording.figure(range.mode)
      : [range.low, range.mode, range.high].map { Wording.figure($0) }.joined(separator: " – ")
  }

  /// A product with its values: `21 × n 6 × a 0.29 × (1 − σ 0.5)`.
  static func formula(_ part: LoadPart) -> String {
    let factors = part.factors.map { factor in
      let text = "\(symbol(factor.symbol)) \(Wording.figure(factor.range.mode))"
      return factor.isComplement ? "(1 − \(text))" : text
    }
    let times = part.multiplicity == 1 ? [] : [Wording.figure(part.multiplicity)]
    return (times + factors).joined(separator: " × ")
  }

  /// Of how many neighbours in a ranking the order is the same in nine draws out of ten.
  static func stability(_ report: LoadReport) -> String {
    let known = report.rows.filter { !$0.summary.isUnknown }
    let shares = known.dropLast().compactMap(\.exceedsNext)
    let firm = shares.count { $0 >= 0.9 }
    return "of \(Wording.counted(shares.count, "pair")) of neighbours in the ranking "
      + "\(Wording.count(firm)) keep their order in nine draws out of ten or more."
  }

  /// How the figures were drawn.
  static func draws(_ settings: LoadSimulation.Settings) -> String {
    "\(Wording.count(settings.draws)) draws, seed \(settings.seed), "
      + (settings.shape == .triangular ? "triangular" : "PERT") + " distributions"
  }

  /// The greatest standard error of the quantiles of some spreads, as a share of the quantile.
  static func standardError(_ spreads: [LoadSpread]) -> String {
    func greatest(_ quantile: KeyPath<LoadSpread, LoadQuantile>) -> Double {
      spreads.map { spread in
        let estimate = spread[keyPath: quantile]
        return estimate.value > 0 ? estimate.standardError / estimate.value : 0
      }.max() ?? 0
    }
    func text(_ share: Double) -> String { Wording.decimal(share * 100, places: 2) + "%" }
    return "at most \(text(greatest(\.p10))) of P10, \(text(greatest(\.median))) of the median, "
      + "\(text(greatest(\.p90))) of P90"
  }
}
