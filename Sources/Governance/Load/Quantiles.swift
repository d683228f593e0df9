/// Order statistics of draws.
struct Quantiles {
  /// The shares that are reported.
  static let shares = [0.1, 0.5, 0.9]

  /// Estimates quantiles, by linear interpolation between order statistics (type 7 of Hyndman and Fan
  /// 1996).
  ///
  /// The standard error is half the distance between the order statistics one binomial standard
  /// deviation below and above, which assumes nothing of the distribution.
  ///
  /// - Complexity: O(*n*) on average.
  static func estimate(_ draws: [Double], _ shares: [Double] = shares) -> [LoadQuantile] {
    let count = draws.count
    guard count > 0 else { return shares.map { _ in LoadQuantile(value: 0, standardError: 0) } }
    let last = Double(count - 1)
    var wanted: [Int] = []
    for share in shares {
      let place = share * last
      let spread = (Double(count) * share * (1 - share)).squareRoot()
      wanted += [
        Int(place), min(Int(place) + 1, count - 1), max(0, Int((place - spread).rounded(.down))),
        min(count - 1, Int((place + spread).rounded(.up))),
      ]
    }
    let found = select(wanted, in: draws)
    return shares.enumerated().map { index, share in
      let place = share * last
      let part = place - place.rounded(.down)
      let four = found[(4 * index)..<(4 * index + 4)]
      let (below, above) = (four[four.startIndex], four[four.startIndex + 1])
      return LoadQuantile(
        value: below + part * (above - below),
        standardError: (four[four.startIndex + 3] - four[four.startIndex + 2]) / 2)
    }
  }

  /// The order statistics of some ranks from 0: values are put into bins, and only bins with a
  /// wanted rank are sorted.
  static func select(_ ranks: [Int], in draws: [Double]) -> [Double] {
    var (least, most) = (Double.infinity, -Double.infinity)
    for draw in draws {
      least = min(least, draw)
      most = max(most, draw)
    }
    guard most > least else { return ranks.map { _ in least } }
    let bins = 1024
    let scale = Double(bins) / (most - least)
    let bin = draws.map { UInt16(min(Double(bins - 1), ($0 - least) * scale)) }
    var counts = [Int](repeating: 0, count: bins)
    for place in bin { counts[Int(place)] += 1 }
    var start = 0
    var starts = [Int](repeating: 0, count: bins)
    for index in 0..<bins {
      starts[index] = start
      start += counts[index]
    }
    var slots = [Int](repeating: -1, count: bins)
    var members: [[Double]] = []
    let homes = ranks.map { rank -> Int in
      var (first, last) = (0, bins)
      while last - first > 1 {
        let middle = (first + last) / 2
        if starts[middle] <= rank { first = middle } else { last = middle }
      }
      if slots[first] < 0 {
        slots[first] = members.count
        members.append([])
      }
      return first
    }
    for (index, place) in bin.enumerated() where slots[Int(place)] >= 0 {
      members[slots[Int(place)]].append(draws[index])
    }
    for index in members.indices { members[index].sort() }
    return zip(ranks, homes).map { rank, home in members[slots[home]][rank - starts[home]] }
  }
}
