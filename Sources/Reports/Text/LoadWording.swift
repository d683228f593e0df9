import Governance

/// Words for loads.
enum LoadWording {
  /// Whole hours with commas; one decimal below ten.
  static func hours(_ hours: Double) -> String {
    guard hours.isFinite, abs(hours) < 1e12 else { return Wording.unknown }
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
    kind.split(separator: "_").joined(separator: " ")
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

  /// A change in one sentence without its size.
  static func change(_ change: LoadChange) -> String {
    switch change.what {
    case .parameter(let swing):
      let value = toLow(change, swing) ? swing.input.range.low : swing.input.range.high
      return "\(input(swing.input)) \(Wording.figure(value)) in place of "
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
