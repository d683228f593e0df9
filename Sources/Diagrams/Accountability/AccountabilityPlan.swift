import Governance

/// The same content arranged in rows: bodies merged where room is short, lines that read alike drawn
/// once, findings as numbers.
struct AccountabilityPlan {
  /// A line, or several that read alike, as it is drawn.
  struct Link: Hashable {
    let kind: RelationKind
    /// What it says, its verb first.
    let words: String
    /// Whether it runs towards the provider, or down where both bodies stand above one another.
    let runsDown: Bool
    /// Whether it is general knowledge alone.
    let isAssumed: Bool
    /// Numbers of the findings that rest on it.
    let badges: [Int]
  }

  /// A box.
  struct Box: Hashable {
    /// Whom it stands for: several when they are merged.
    let codes: [Code]
    let title: String
    /// The names of those that are merged; empty for a single one.
    let names: [String]
    /// What is said below the title.
    let remark: String?
    /// Numbers of the findings that are about it and rest on no line that is drawn.
    let badges: [Int]
  }

  /// A national body.
  struct National: Hashable {
    let box: Box
    /// Lines between it and the one above it.
    let upward: [Link]
    /// Lines between it and the provider.
    let direct: [Link]
    /// Lines between it and the ICSs.
    let toSystems: [Link]
  }

  /// A body beside the layers.
  struct Side: Hashable {
    let box: Box
    let links: [Link]
  }

  /// A region with its ICSs.
  struct Region: Hashable {
    /// `nil` where no region is recorded.
    let box: Box?
    /// Lines between it and the national body nearest to the provider.
    let upward: [Link]
    /// Lines between it and the provider.
    let direct: [Link]
    /// Lines between it and its ICSs.
    let toSystems: [Link]
    let rows: [Row]
  }

  /// An ICS, or several merged.
  struct Row: Hashable {
    let box: Box
    let links: [Link]
    let places: [String]
  }

  let nationals: [National]
  let sides: [Side]
  let regions: [Region]
  /// Lines that every ICS has with the provider, where they are drawn once.
  let common: [Link]
  /// Number of ICSs, merged ones counted each.
  let systems: Int
  /// The most lines for the names of merged bodies.
  let nameLines: Int
  /// Numbers of the findings about the provider that rest on nothing else in the picture.
  let providerBadges: [Int]
  /// Lines that the picture has no place for.
  let undrawn: [BodyLine]

  /// Number of boxes, the places and the provider with them.
  var boxes: Int {
    let rows = regions.flatMap(\.rows)
    return 1 + nationals.count + sides.count + regions.count { $0.box != nil } + rows.count
      + rows.count { !$0.places.isEmpty }
  }

  /// The lines of an ICS whose words stand beside an ICS above it.
  func repeated(in row: Row) -> Set<Link> {
    Set(row.links).intersection(regions.flatMap(\.rows).prefix { $0 != row }.flatMap(\.links))
  }

  /// The lines of a region to its ICSs or upwards whose words stand beside a region above it.
  func repeated(in region: Region) -> Set<Link> {
    let above = regions.prefix { $0 != region }.flatMap { $0.upward + $0.toSystems }
    return Set(region.upward + region.toSystems).intersection(above)
  }

  /// Whether any line's words stand above it alone.
  var repeatsWords: Bool {
    regions.contains { region in
      !repeated(in: region).isEmpty || region.rows.contains { !repeated(in: $0).isEmpty }
    }
  }

  /// Whether any ICS has a place.
  var hasPlaces: Bool { regions.contains { $0.rows.contains { !$0.places.isEmpty } } }
}

/// How much a plan leaves to the reader, so that it has room on a page.
struct AccountabilityBrevity: Hashable {
  /// Which ICSs of a region share a row.
  enum Merging: Hashable {
    /// Those without a line to the provider.
    case withoutLines
    /// Those whose lines read alike.
    case alike
    /// All of them.
    case all
  }

  var merging = Merging.withoutLines
  /// Whether lines that every ICS has with the provider are drawn once for all of them.
  var drawsCommonOnce = false
  /// Whether lines between national bodies and ICSs are left to the table.
  var leavesOutNationalToSystems = false
  /// Whether the lines of merged bodies say no more than their kind.
  var saysKindsOnly = false
  /// The most lines for the names of merged bodies.
  var nameLines = 8

  /// From the fullest to the briefest.
  static let all = [
    AccountabilityBrevity(),
    AccountabilityBrevity(leavesOutNationalToSystems: true),
    AccountabilityBrevity(drawsCommonOnce: true),
    AccountabilityBrevity(drawsCommonOnce: true, leavesOutNationalToSystems: true),
    AccountabilityBrevity(merging: .alike, drawsCommonOnce: true),
    AccountabilityBrevity(
      merging: .alike, drawsCommonOnce: true, leavesOutNationalToSystems: true),
    AccountabilityBrevity(
      merging: .alike, drawsCommonOnce: true, leavesOutNationalToSystems: true, nameLines: 3),
    AccountabilityBrevity(merging: .all, drawsCommonOnce: true, leavesOutNationalToSystems: true),
    AccountabilityBrevity(
      merging: .all, drawsCommonOnce: true, leavesOutNationalToSystems: true, nameLines: 5),
    AccountabilityBrevity(
      merging: .all, drawsCommonOnce: true, leavesOutNationalToSystems: true, nameLines: 3),
    AccountabilityBrevity(
      merging: .all, drawsCommonOnce: true, leavesOutNationalToSystems: true, saysKindsOnly: true,
      nameLines: 3),
  ]
}

/// Arranges the content of a diagram of accountability.
struct AccountabilityPlanner {
  let content: AccountabilityContent
  let words: AccountabilityLineWords
  /// The findings that the page lists, in the order of their numbers.
  let findings: [Finding]
  let brevity: AccountabilityBrevity
  let name: (Code) -> String
  /// Lines that the picture has no place for.
  private let undrawn: [BodyLine]
  /// For each finding whether it rests on a line in the picture.
  private let isOnLine: [Bool]
  /// Lines with the provider that are drawn once for all ICSs.
  private let common: Set<BodyLine>

  /// What lines have in common that are drawn as one.
  private struct LinkKey: Hashable {
    let likeness: BodyLine.Likeness
    let runsDown: Bool
  }

  private typealias Link = AccountabilityPlan.Link
  private typealias Box = AccountabilityPlan.Box

  /// Prepares the plan.
  ///
  /// - Parameters:
  ///   - content: what the picture says.
  ///   - words: the words for lines.
  ///   - findings: the findings that the page lists, in the order of their numbers.
  ///   - brevity: how much is left to the reader.
  ///   - name: the name of a body.
  init(
    content: AccountabilityContent, words: AccountabilityLineWords, findings: [Finding],
    brevity: AccountabilityBrevity, name: @escaping (Code) -> String
  ) {
    self.content = content
    self.words = words
    self.findings = findings
    self.brevity = brevity
    self.name = name
    let (drawn, undrawn) = Self.divided(content, brevity)
    self.undrawn = undrawn
    isOnLine = findings.map { finding in drawn.contains { Self.rests(finding, on: $0) } }
    common = brevity.drawsCommonOnce ? Self.common(content) : []
  }

  /// The lines that every ICS has with the provider in the same words.
  private static func common(_ content: AccountabilityContent) -> Set<BodyLine> {
    let systems = content.regions.flatMap(\.systems)
    guard systems.count > 1 else { return [] }
    var holders: [LinkKey: Set<Code>] = [:]
    var lines: [LinkKey: [BodyLine]] = [:]
    for system in systems {
      for line in content.lines(with: system) {
        let key = LinkKey(
          likeness: line.likeness, runsDown: line.object == content.provider.id)
        holders[key, default: []].insert(system)
        lines[key, default: []].append(line)
      }
    }
    let shared = holders.filter { $0.value.count == systems.count }.keys
    return Set(shared.flatMap { lines[$0] ?? [] })
  }

  /// The lines between an ICS and the provider that are drawn beside the ICS.
  private func ownLines(_ system: Code) -> [BodyLine] {
    content.lines(with: system).filter { !common.contains($0) }
  }

  /// The plan.
  func plan() -> AccountabilityPlan {
    let nearest = content.nationals.last
    let systems = content.regions.flatMap(\.systems)
    let nationals = content.nationals.enumerated().map { index, code in
      AccountabilityPlan.National(
        box: box([code]),
        upward: index == 0
          ? [] : brief(content.lines(between: code, content.nationals[index - 1]), from: code),
        direct: links(of: [code]),
        toSystems: brevity.leavesOutNationalToSystems ? [] : links(between: code, systems))
    }
    let regions = content.regions.map { group in
      AccountabilityPlan.Region(
        box: group.region.map { box([$0]) },
        upward: group.region.flatMap { region in
          nearest.map { brief(content.lines(between: region, $0), from: region) }
        } ?? [],
        direct: group.region.map { links(of: [$0]) } ?? [],
        toSystems: group.region.map { links(between: $0, group.systems) } ?? [],
        rows: rows(group))
    }
    return AccountabilityPlan(
      nationals: nationals, sides: sides, regions: regions,
      common: links(systems.map { ($0, content.lines(with: $0).filter(common.contains)) }) {
        $0.object == content.provider.id
      }, systems: systems.count, nameLines: brevity.nameLines,
      providerBadges: numbers { !isOnLine[$1] && bodies(of: $0).isEmpty }, undrawn: undrawn)
  }

  // MARK: Boxes

  private var sides: [AccountabilityPlan.Side] {
    var groups: [[Code]] = []
    var kinds: [OrganisationKind] = []
    for code in content.sides {
      let kind = words.kind(of: code)
      if kind != .regulator, kinds.last == kind {
        groups[groups.count - 1].append(code)
      } else {
        groups.append([code])
        kinds.append(kind)
      }
    }
    return groups.map { codes in
      AccountabilityPlan.Side(box: box(codes, merged: "bodies"), links: links(of: codes))
    }
  }

  private func rows(_ group: AccountabilityContent.Group) -> [AccountabilityPlan.Row] {
    var sets: [[Code]] = []
    var keys: [Set<BodyLine.Likeness>] = []
    for system in group.systems {
      let key = Set(ownLines(system).map(\.likeness))
      let match = keys.firstIndex { known in
        switch brevity.merging {
        case .withoutLines: known.isEmpty && key.isEmpty
        case .alike: known == key
        case .all: true
        }
      }
      if let match {
        sets[match].append(system)
      } else {
        sets.append([system])
        keys.append(key)
      }
    }
    return sets.map { systems in
      let isBare = systems.allSatisfy { content.lines(with: $0).isEmpty }
      let isHome = content.home.map(systems.contains) ?? false
      let remark =
        isHome && systems.count == 1
        ? "home ICS" : (isBare ? "no line to it recorded" : nil)
      return AccountabilityPlan.Row(
        box: box(systems, merged: "ICSs", remark: remark),
        links: links(systems.map { ($0, ownLines($0)) }) {
          $0.object == content.provider.id
        },
        places: systems.flatMap { content.places[$0] ?? [] }.map(name))
    }
  }

  /// The ICSs of a row, the home ICS first and then those that lead on its commissioning, each said
  /// to be so where the row has several.
  private func named(_ systems: [Code]) -> [(code: Code, mark: String)] {
    systems.map { system -> (code: Code, mark: String) in
      let marks =
        (system == content.home ? ["home"] : []) + (content.leads.contains(system) ? ["lead"] : [])
      return (system, marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
    }
    .enumerated().sorted { left, right in
      func rank(_ code: Code) -> Int {
        code == content.home ? 0 : content.leads.contains(code) ? 1 : 2
      }
      return (rank(left.element.code), left.offset) < (rank(right.element.code), right.offset)
    }.map(\.element)
  }

  /// A box for one body, or for several with a noun for them.
  private func box(_ codes: [Code], merged noun: String = "", remark: String? = nil) -> Box {
    let names =
      codes.count == 1
      ? codes.map { Words.drawable(name($0)) }
      : named(codes).map { Words.drawable(name($0.code)) + $0.mark }
    return Box(
      codes: codes, title: codes.count == 1 ? names[0] : "\(codes.count) \(noun):",
      names: codes.count == 1 ? [] : names, remark: remark,
      badges: numbers { !isOnLine[$1] && !bodies(of: $0).isDisjoint(with: codes) })
  }

  // MARK: Links

  /// The lines between some bodies and the provider.
  private func links(of codes: [Code]) -> [Link] {
    links(codes.map { ($0, content.lines(with: $0)) }) { $0.object == content.provider.id }
  }

  /// The lines between a body above and some below it.
  private func links(between body: Code, _ others: [Code]) -> [Link] {
    links(others.map { ($0, content.lines(between: body, $0)) }) { $0.subject == body }
  }

  /// Lines that read alike as one, with the names of those who have it where not all do.
  private func links(
    _ lines: [(Code, [BodyLine])], isDown: (BodyLine) -> Bool
  ) -> [Link] {
    var order: [LinkKey] = []
    var held: [LinkKey: [(code: Code, line: BodyLine)]] = [:]
    for (code, own) in lines {
      for line in own {
        let key = LinkKey(
          likeness: brevity.saysKindsOnly && lines.count > 1
            ? line.likeness.kindOnly : line.likeness,
          runsDown: isDown(line))
        if held[key] == nil { order.append(key) }
        held[key, default: []].append((code, line))
      }
    }
    return order.enumerated().sorted { left, right in
      let (one, other) = (rank(left.element.likeness.kind), rank(right.element.likeness.kind))
      return (one, left.offset) < (other, right.offset)
    }.map { _, key in
      let members = held[key] ?? []
      let holders = Set(members.map(\.code))
      let limit = limit(holders, of: Set(lines.map(\.0)))
      return Link(
        kind: key.likeness.kind, words: Words.drawable(words.label(key.likeness) + limit),
        runsDown: key.runsDown, isAssumed: members.allSatisfy { $0.line.confidence == .assumed },
        badges: numbers { finding, _ in members.contains { Self.rests(finding, on: $0.line) } })
    }
  }

  /// Whom a line of merged bodies is limited to; nothing where all have it.
  private func limit(_ holders: Set<Code>, of all: Set<Code>) -> String {
    if holders.count == all.count { return "" }
    return holders.count > 2 || brevity.merging == .all
      ? " (\(holders.count) of \(all.count))"
      : " (\(Words.list(holders.sorted().map(name))) only)"
  }

  /// Lines between two bodies far from the provider: one for each kind.
  private func brief(_ lines: [BodyLine], from lower: Code) -> [Link] {
    LineLook.drawn.flatMap { kind in
      [false, true].compactMap { runsDown in
        let members = lines.filter { $0.kind == kind && ($0.object == lower) == runsDown }
        guard let first = members.first else { return nil }
        let strengths = Set(members.map(\.strength))
        return Link(
          kind: kind,
          words: LineWords.verb(kind)
            + (strengths.count == 1 ? LineWords.strength(first.strength) : ""),
          runsDown: runsDown, isAssumed: members.allSatisfy { $0.confidence == .assumed },
          badges: numbers { finding, _ in members.contains { Self.rests(finding, on: $0) } })
      }
    }
  }

  private func rank(_ kind: RelationKind) -> Int { LineLook.drawn.firstIndex(of: kind) ?? 0 }

  // MARK: Findings

  private func numbers(_ isMeant: (Finding, Int) -> Bool) -> [Int] {
    findings.enumerated().compactMap { isMeant($1, $0) ? $0 + 1 : nil }
  }

  private static func rests(_ finding: Finding, on line: BodyLine) -> Bool {
    let own = line.records.prefix(line.arrangement == nil ? 1 : 2)
    return finding.witness.contains { own.contains($0.record) }
  }

  /// The bodies in the picture, the provider apart, that stand for a finding: what it is about, or
  /// else the regions that take part.
  private func bodies(of finding: Finding) -> Set<Code> {
    let regions = content.regions.compactMap(\.region)
    let all = content.nationals + content.sides + regions + content.regions.flatMap(\.systems)
    let subjects = Set(all).intersection(finding.subjects)
    return subjects.isEmpty ? Set(regions).intersection(finding.involved) : subjects
  }

  // MARK: What the picture has no place for

  /// Lines with a place in the picture, and those without: drawn are those with the provider,
  /// between neighbours in the stack of national bodies, between national bodies and ICSs, and
  /// between regions and their own ICSs or the nearest national body.
  private static func divided(
    _ content: AccountabilityContent, _ brevity: AccountabilityBrevity
  ) -> (drawn: [BodyLine], undrawn: [BodyLine]) {
    var pairs: Set<Set<Code>> = []
    for (one, other) in zip(content.nationals, content.nationals.dropFirst()) {
      pairs.insert([one, other])
    }
    for group in content.regions {
      for national in content.nationals where !brevity.leavesOutNationalToSystems {
        for system in group.systems { pairs.insert([national, system]) }
      }
      guard let region = group.region else { continue }
      for system in group.systems { pairs.insert([region, system]) }
      if let nearest = content.nationals.last { pairs.insert([region, nearest]) }
    }
    var drawn: [BodyLine] = []
    var undrawn: [BodyLine] = []
    for line in content.lines {
      let own = line.subject == content.provider.id || line.object == content.provider.id
      if own || pairs.contains([line.subject, line.object]) {
        drawn.append(line)
      } else {
        undrawn.append(line)
      }
    }
    return (drawn, undrawn)
  }
}
