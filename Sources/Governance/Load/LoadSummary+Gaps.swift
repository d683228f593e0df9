extension LoadSummary {
  /// What is left out of the headline; hours that directors have are not in it.
  public var headlineGaps: [LoadGap] {
    gaps.filter { gap in
      switch gap.reason {
      case .system, .noSystem: true
      case .parameter: gap.part != nil && gap.part != .reconciliation
      }
    }
  }

  /// Whether something is left out of the hours since it is not known, so that they are too few.
  public var isShort: Bool { !headlineGaps.isEmpty }

  /// Whether its hours say nothing: it is not known in which systems it works, or all that would have
  /// hours lacks a figure.
  public var isUnknown: Bool {
    gaps.contains { $0.reason == .noSystem } || isShort && headline.interval.upperBound == 0
  }
}
