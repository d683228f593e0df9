/// Writes a drawing in the DOT language: everything quoted, in a fixed order, names opaque.
struct DOTWriter {
  let graph: DOTGraph
  let engine: LayoutEngine
  let index: DOTIndex
  let newRank: Bool
  private var output = ""
  private var clusterCount = 0

  /// Checks the drawing and prepares to write it.
  init(_ graph: DOTGraph, for engine: LayoutEngine) throws(GraphvizError) {
    var validator = DOTValidator(graph, for: engine)
    try validator.check()
    self.graph = graph
    self.engine = engine
    index = validator.index
    newRank = graph.attributes.newRank || validator.needsNewRank
  }

  /// The drawing as text.
  mutating func write() -> String {
    output = (graph.strict ? "strict " : "") + (graph.directed ? "digraph" : "graph")
    output += " \"g\" {\n"
    statement("graph", graphAttributes())
    statement("node", defaults(of: graph.nodeDefaults))
    statement("edge", attributes(of: graph.edgeDefaults))
    for node in graph.nodes { write(node) }
    for cluster in graph.clusters { write(cluster) }
    for group in graph.rankGroups { write(group) }
    for edge in graph.edges { write(edge) }
    output += "}\n"
    return output
  }

  private mutating func statement(_ subject: String, _ attributes: AttributeList) {
    guard !attributes.isEmpty else { return }
    output += subject + " [" + attributes.text + "];\n"
  }

  // MARK: Graph

  private func graphAttributes() -> AttributeList {
    let attributes = graph.attributes
    var list = AttributeList()
    list.add("charset", "UTF-8")
    list.add("label", label: graph.label)
    list.add("labelloc", attributes.labelAtTop ? "t" : "b")
    list.add("labeljust", attributes.labelAlignment.map(Self.word))
    list.add(attributes.font)
    list.add("bgcolor", attributes.background)
    list.add("rankdir", attributes.rankDirection?.rawValue)
    list.addInches("ranksep", attributes.rankSeparation)
    list.addInches("nodesep", attributes.nodeSeparation)
    list.add("splines", attributes.splines?.rawValue)
    list.add("overlap", attributes.overlap?.rawValue)
    list.add("sep", attributes.separation.map { "+" + Numerals.text($0) })
    list.add("outputorder", attributes.outputOrder?.rawValue)
    list.add("ordering", attributes.ordering?.rawValue)
    if newRank { list.add("newrank", "true") }
    list.add("nslimit", attributes.rankEffort)
    list.add("nslimit1", attributes.rankEffort)
    list.add("mclimit", attributes.crossingEffort)
    // Left to itself fdp takes the time for a seed.
    list.add("start", attributes.seed ?? (engine == .fdp ? 1 : nil))
    list.add("root", attributes.root.flatMap(index.name(of:)))
    addPage(to: &list)
    // Positions are always given in points; neato would take them for inches.
    list.add("inputscale", "72")
    // Otherwise what lies left of or below the origin would move everything.
    if engine.needsPositions { list.add("notranslate", "true") }
    return list
  }

  private func addPage(to list: inout AttributeList) {
    let attributes = graph.attributes
    // With a page, the margin is kept by scaling the drawing; see ``GraphvizContext``.
    list.addInches("pad", attributes.pad ?? (attributes.page == nil ? nil : 0))
    list.addInches("margin", attributes.page == nil ? attributes.margin ?? 0 : 0)
    if attributes.page == nil, let size = attributes.maximumSize {
      list.add("size", Numerals.inches(size.width) + "," + Numerals.inches(size.height))
    }
  }

  // MARK: Nodes

  private mutating func write(_ node: DOTNode) {
    guard let name = index.name(of: node.id) else { return }
    var list = AttributeList()
    list.add("label", label: node.label, ports: index.ports[node.id] ?? [:])
    add(node.attributes, to: &list)
    let style = Self.style(of: node.attributes, over: graph.nodeDefaults)
    if style != Self.style(of: graph.nodeDefaults, over: NodeAttributes()) {
      list.add("style", style)
    }
    statement("\"\(name)\"", list)
  }

  private func defaults(of attributes: NodeAttributes) -> AttributeList {
    var list = AttributeList()
    add(attributes, to: &list)
    let style = Self.style(of: attributes, over: NodeAttributes())
    if !style.isEmpty { list.add("style", style) }
    return list
  }

  private func add(_ attributes: NodeAttributes, to list: inout AttributeList) {
    list.add("shape", attributes.shape?.rawValue)
    list.add("pos", attributes.position, suffix: attributes.pinned ? "!" : "")
    list.addInches("width", attributes.width)
    list.addInches("height", attributes.height)
    if attributes.fixedSize { list.add("fixedsize", "true") }
    if let margin = attributes.margin {
      list.add("margin", Numerals.inches(margin.width) + "," + Numerals.inches(margin.height))
    }
    switch attributes.fill {
    case .solid(let colour): list.add("fillcolor", colour)
    case .stripes(let colours), .wedges(let colours):
      list.add("fillcolor", colours.map(\.hex).joined(separator: ":"))
    case nil: break
    }
    list.add("color", attributes.colour)
    list.add("penwidth", attributes.penWidth)
    list.add("peripheries", attributes.peripheries)
    list.add(attributes.font)
    list.add("xlabel", text: attributes.outsideLabel)
    list.add("labelloc", attributes.labelPlace.map(Self.word))
    list.add("group", attributes.group.map(groupName))
    list.add("area", attributes.area)
    list.add(attributes.element)
  }

  /// A group's name is compared only, so any injective spelling without special characters does.
  private func groupName(_ key: String) -> String {
    "g" + key.utf8.map { String($0, radix: 16) }.joined(separator: "_")
  }

  private static func style(
    of attributes: NodeAttributes, over defaults: NodeAttributes
  ) -> String {
    var words: [String] = []
    switch attributes.fill ?? defaults.fill {
    case .solid: words.append("filled")
    case .stripes: words.append("striped")
    case .wedges: words.append("wedged")
    case nil: break
    }
    if attributes.rounded || defaults.rounded { words.append("rounded") }
    if let line = attributes.line ?? defaults.line { words.append(line.rawValue) }
    if attributes.invisible || defaults.invisible { words.append("invis") }
    return words.joined(separator: ",")
  }

  // MARK: Clusters

  private mutating func write(_ cluster: DOTCluster) {
    clusterCount += 1
    output += "subgraph \"cluster_\(clusterCount)\" {\n"
    statement("graph", attributes(of: cluster))
    for node in cluster.nodes { write(node) }
    for inner in cluster.clusters { write(inner) }
    output += "}\n"
  }

  /// Everything is set, since a cluster inherits what the graph and clusters around it set.
  private func attributes(of cluster: DOTCluster) -> AttributeList {
    let attributes = cluster.attributes
    var list = AttributeList()
    list.add("label", label: cluster.label)
    list.add("labelloc", attributes.labelAtBottom ? "b" : "t")
    list.add("labeljust", Self.word(attributes.labelAlignment ?? .centre))
    list.add(attributes.font)
    var style: [String] = []
    if attributes.fill != nil { style.append("filled") }
    if attributes.rounded { style.append("rounded") }
    style.append((attributes.line ?? .solid).rawValue)
    list.add("style", style.joined(separator: ","))
    list.add("fillcolor", attributes.fill?.hex ?? "")
    list.add("bgcolor", "")
    list.add("color", attributes.colour ?? .black)
    list.add("penwidth", attributes.penWidth ?? 1)
    list.add("margin", attributes.margin ?? 8)
    list.add("id", attributes.element.id?.name ?? "")
    list.add("class", attributes.element.classes.map(\.name).joined(separator: " "))
    list.add(tooltip: attributes.element.tooltip ?? "")
    list.add("URL", attributes.element.link.map(AttributeList.linkText) ?? "")
    return list
  }

  private mutating func write(_ group: DOTRankGroup) {
    guard !group.nodes.isEmpty else { return }
    let names = group.nodes.compactMap(index.name(of:)).map { "\"\($0)\";" }
    output += "{ rank=\"\(group.rank.rawValue)\"; " + names.joined(separator: " ") + " }\n"
  }

  // MARK: Edges

  private mutating func write(_ edge: DOTEdge) {
    guard let from = name(of: edge.from), let to = name(of: edge.to) else { return }
    var list = AttributeList()
    if edge.label != nil { list.add("label", label: edge.label) }
    let own = attributes(of: edge.attributes)
    let joined = [list.text, own.text].filter { !$0.isEmpty }.joined(separator: ", ")
    output += from + (graph.directed ? " -> " : " -- ") + to
    output += joined.isEmpty ? ";\n" : " [" + joined + "];\n"
  }

  private func name(of end: DOTEndpoint) -> String? {
    guard let node = index.name(of: end.node) else { return nil }
    var name = "\"\(node)\""
    if let port = end.port {
      guard let portName = index.name(of: port, in: end.node) else { return nil }
      name += ":\"\(portName)\""
    }
    if let compass = end.compass { name += ":\"\(compass.rawValue)\"" }
    return name
  }

  private func attributes(of attributes: EdgeAttributes) -> AttributeList {
    var list = AttributeList()
    list.add("color", attributes.colour)
    if attributes.invisible {
      list.add("style", "invis")
    } else {
      list.add("style", attributes.line?.rawValue)
    }
    list.add("penwidth", attributes.penWidth)
    list.add("dir", attributes.direction?.rawValue)
    list.add("arrowhead", attributes.arrowHead?.rawValue)
    list.add("arrowtail", attributes.arrowTail?.rawValue)
    list.add("arrowsize", attributes.arrowSize)
    list.add("weight", attributes.weight)
    list.add("minlen", attributes.minimumLength)
    list.add("constraint", attributes.constraint.map { $0 ? "true" : "false" })
    list.addInches("len", attributes.length)
    list.add("headlabel", text: attributes.headLabel)
    list.add("taillabel", text: attributes.tailLabel)
    list.add("xlabel", text: attributes.outsideLabel)
    list.add(attributes.font)
    list.add("pos", attributes.path.map(Self.spline))
    list.add("lp", attributes.labelPosition)
    list.add(attributes.element)
    return list
  }

  private static func spline(_ path: EdgePath) -> String {
    var parts: [String] = []
    // In this order: the other, which the documentation gives, loses the tips and the path.
    if let tip = path.startTip { parts.append("s," + pair(tip)) }
    if let tip = path.endTip { parts.append("e," + pair(tip)) }
    return (parts + path.controlPoints.map(pair)).joined(separator: " ")
  }

  private static func pair(_ point: DOTPoint) -> String {
    Numerals.text(point.x) + "," + Numerals.text(point.y)
  }

  // MARK: Words

  private static func word(_ alignment: DOTText.Alignment) -> String {
    switch alignment {
    case .centre: "c"
    case .left: "l"
    case .right: "r"
    }
  }

  private static func word(_ place: HTMLBox.Vertical) -> String {
    switch place {
    case .top: "t"
    case .middle: "c"
    case .bottom: "b"
    }
  }
}

extension DOTGraph {
  /// Checks the drawing for an engine without writing it.
  ///
  /// - Throws: stage `validate`, with the first thing found wrong. Linear in the drawing's size.
  public func validate(for engine: LayoutEngine) throws(GraphvizError) {
    var validator = DOTValidator(self, for: engine)
    try validator.check()
  }

  /// The drawing in the DOT language, checked first; the same value gives the same text.
  ///
  /// - Throws: stage `validate`, with the first thing found wrong. Linear in the drawing's size.
  public func dot(for engine: LayoutEngine) throws(GraphvizError) -> String {
    var writer = try DOTWriter(self, for: engine)
    return writer.write()
  }
}
