/// Checks a drawing before Graphviz sees it and hands out the opaque names on the way.
///
/// Everything here either crashes Graphviz, makes it draw something else than was meant without
/// a word, or makes it say something no reader of the program's output could act on.
struct DOTValidator {
  let graph: DOTGraph
  let engine: LayoutEngine
  private(set) var index = DOTIndex()
  private var clustersSeen: Set<DOTClusterID> = []
  private var elementIDs: Set<DOTElementName> = []
  private var clusteredNodes: Set<DOTNodeID> = []
  private var textLength = 0

  init(_ graph: DOTGraph, for engine: LayoutEngine) {
    self.graph = graph
    self.engine = engine
  }

  /// Checks everything.
  ///
  /// Linear in the size of the drawing.
  mutating func check() throws(GraphvizError) {
    try checkGraph()
    try checkDefaults()
    for node in graph.nodes { try check(node, in: nil) }
    for cluster in graph.clusters { try check(cluster, depth: 1) }
    guard index.nodes.count <= DOTLimits.nodes else {
      throw refusal("\(index.nodes.count) nodes; at most \(DOTLimits.nodes) can be drawn")
    }
    guard graph.edges.count <= DOTLimits.edges else {
      throw refusal("\(graph.edges.count) edges; at most \(DOTLimits.edges) can be drawn")
    }
    for edge in graph.edges { try check(edge) }
    for group in graph.rankGroups { try check(group) }
    if let root = graph.attributes.root, index.nodes[root] == nil {
      throw refusal("the root \(quoted(root.key)) is no node of the drawing")
    }
    guard textLength <= DOTLimits.textLength else {
      throw refusal("\(textLength) characters of text; at most \(DOTLimits.textLength)")
    }
  }

  /// Whether a rank group reaches into a cluster, which aborts dot unless ranks are new.
  var needsNewRank: Bool {
    graph.rankGroups.contains { $0.nodes.contains(where: clusteredNodes.contains) }
  }

  // MARK: Graph

  private mutating func checkGraph() throws(GraphvizError) {
    let attributes = graph.attributes
    let what = "the drawing"
    try checkLabel(graph.label, of: what)
    try check(attributes.font, of: what)
    try check(attributes.rankSeparation, 0...7_200, "rank separation", of: what)
    try check(attributes.nodeSeparation, 0...7_200, "node separation", of: what)
    try check(attributes.separation, 0...1_000, "separation", of: what)
    try check(attributes.pad, 0...1_000, "pad", of: what)
    try check(attributes.margin, 0...1_000, "margin", of: what)
    try check(attributes.rankEffort, 0...1_000, "ranking effort", of: what)
    try check(attributes.crossingEffort, 0...1_000, "crossing effort", of: what)
    try check(attributes.seed.map(Double.init), 0...2_147_483_647, "seed", of: what)
    for (size, name) in [(attributes.maximumSize, "maximum size"), (attributes.page, "page")] {
      try check(size?.width, 1...DOTLimits.extent, "\(name) width", of: what)
      try check(size?.height, 1...DOTLimits.extent, "\(name) height", of: what)
    }
    if let page = attributes.page {
      let margin = 2 * (attributes.margin ?? 0)
      guard margin < page.width, margin < page.height else {
        throw refusal("the margin leaves nothing of the page")
      }
    }
  }

  private mutating func checkDefaults() throws(GraphvizError) {
    guard graph.nodeDefaults.element.id == nil, graph.edgeDefaults.element.id == nil else {
      throw refusal("an id cannot be the default of many elements")
    }
    guard graph.nodeDefaults.position == nil, graph.edgeDefaults.path == nil else {
      throw refusal("a position cannot be the default of many elements")
    }
    try check(graph.nodeDefaults, of: "the node defaults")
    try check(graph.edgeDefaults, of: "the edge defaults")
  }

  // MARK: Nodes and clusters

  private mutating func check(
    _ node: DOTNode, in cluster: DOTClusterID?
  ) throws(GraphvizError) {
    let what = "node \(quoted(node.id.key))"
    guard index.add(node) else {
      throw refusal("\(what) appears twice; a node is in one cluster at most")
    }
    if cluster != nil { clusteredNodes.insert(node.id) }
    try checkLabel(node.label, of: what, node: node.id)
    try check(node.attributes, of: what)
    if engine.needsPositions, node.attributes.position == nil {
      throw refusal("\(what) has no position, which \(engine.rawValue) needs")
    }
    let fixed = node.attributes.fixedSize || graph.nodeDefaults.fixedSize
    let width = node.attributes.width ?? graph.nodeDefaults.width
    let height = node.attributes.height ?? graph.nodeDefaults.height
    if fixed, width == nil || height == nil {
      throw refusal("\(what) has a fixed size without a width and a height")
    }
  }

  private mutating func check(_ cluster: DOTCluster, depth: Int) throws(GraphvizError) {
    let what = "cluster \(quoted(cluster.id.key))"
    guard depth <= DOTLimits.clusterDepth else {
      throw refusal("\(what) lies \(depth) clusters deep; at most \(DOTLimits.clusterDepth)")
    }
    guard clustersSeen.insert(cluster.id).inserted else {
      throw refusal("\(what) appears twice")
    }
    try checkLabel(cluster.label, of: what)
    let attributes = cluster.attributes
    try check(attributes.font, of: what)
    try check(attributes.penWidth, 0...100, "pen width", of: what)
    try check(attributes.margin, 0...1_000, "margin", of: what)
    try check(attributes.element, of: what)
    for node in cluster.nodes { try check(node, in: cluster.id) }
    for inner in cluster.clusters { try check(inner, depth: depth + 1) }
  }

  private mutating func check(
    _ attributes: NodeAttributes, of what: String
  ) throws(GraphvizError) {
    try check(attributes.font, of: what)
    try check(attributes.element, of: what)
    try check(attributes.position, of: what)
    try check(attributes.width, 0...DOTLimits.extent, "width", of: what)
    try check(attributes.height, 0...DOTLimits.extent, "height", of: what)
    try check(attributes.margin?.width, 0...1_000, "margin", of: what)
    try check(attributes.margin?.height, 0...1_000, "margin", of: what)
    try check(attributes.penWidth, 0...100, "pen width", of: what)
    try check(attributes.peripheries.map(Double.init), 0...4, "number of outlines", of: what)
    try check(attributes.area, 0.001...1_000_000, "area", of: what)
    try checkText(attributes.outsideLabel, of: what)
    switch attributes.fill {
    case .stripes(let colours), .wedges(let colours):
      guard 2...32 ~= colours.count else {
        throw refusal("\(what) is filled with \(colours.count) colours; 2 to 32 are possible")
      }
    case .solid, nil: break
    }
  }

  // MARK: Edges and rank groups

  private mutating func check(_ edge: DOTEdge) throws(GraphvizError) {
    let what = "edge \(quoted(edge.from.node.key)) to \(quoted(edge.to.node.key))"
    for end in [edge.from, edge.to] {
      guard index.nodes[end.node] != nil else {
        throw refusal("\(what): there is no node \(quoted(end.node.key))")
      }
      if let port = end.port, index.name(of: port, in: end.node) == nil {
        throw refusal(
          "\(what): node \(quoted(end.node.key)) has no port \(quoted(port.key))")
      }
    }
    try checkLabel(edge.label, of: what)
    try check(edge.attributes, of: what)
    let least = edge.attributes.minimumLength ?? graph.edgeDefaults.minimumLength
    if least == 0, edge.label != nil {
      throw refusal("\(what) has a label and a least length of 0, which crashes dot")
    }
    if engine == .exact, edge.attributes.path == nil {
      throw refusal("\(what) has no path, which \(engine.rawValue) needs")
    }
    if engine == .exact, edge.label != nil, edge.attributes.labelPosition == nil {
      throw refusal("\(what) has a label without a position, which \(engine.rawValue) needs")
    }
  }

  private mutating func check(
    _ attributes: EdgeAttributes, of what: String
  ) throws(GraphvizError) {
    try check(attributes.font, of: what)
    try check(attributes.element, of: what)
    try check(attributes.penWidth, 0...100, "pen width", of: what)
    try check(attributes.arrowSize, 0...10, "arrow size", of: what)
    try check(attributes.weight.map(Double.init), 0...1_000, "weight", of: what)
    try check(attributes.minimumLength.map(Double.init), 0...100, "least length", of: what)
    try check(attributes.length, 1...DOTLimits.extent, "length", of: what)
    try check(attributes.labelPosition, of: what)
    for text in [attributes.headLabel, attributes.tailLabel, attributes.outsideLabel] {
      try checkText(text, of: what)
    }
    guard let path = attributes.path else { return }
    for point in path.controlPoints { try check(point, of: what) }
    try check(path.startTip, of: what)
    try check(path.endTip, of: what)
  }

  private func check(_ group: DOTRankGroup) throws(GraphvizError) {
    for node in group.nodes where index.nodes[node] == nil {
      throw refusal("a rank group names \(quoted(node.key)), which is no node of the drawing")
    }
  }

  // MARK: Labels

  private mutating func checkLabel(
    _ label: DOTLabel?, of what: String, node: DOTNodeID? = nil
  ) throws(GraphvizError) {
    switch label {
    case nil: break
    case .text(let text): try checkText(text, of: what)
    case .html(let label):
      var check = HTMLValidator(what: what)
      try check.check(label.content, depth: 0)
      textLength += check.textLength
      guard check.textLength <= DOTLimits.labelLength else {
        throw tooLong(what, check.textLength)
      }
      for port in check.ports {
        guard let node else { throw refusal("\(what) has a port, which only nodes can have") }
        guard index.add(port, of: node) else {
          throw refusal("\(what) has two ports \(quoted(port.key))")
        }
      }
    }
  }

  private mutating func checkText(_ text: DOTText?, of what: String) throws(GraphvizError) {
    guard let text else { return }
    let length = text.lines.reduce(0) { $0 + $1.text.unicodeScalars.count }
    guard length <= DOTLimits.labelLength else { throw tooLong(what, length) }
    guard text.lines.count <= DOTLimits.labelLines else {
      throw refusal(
        "the label of \(what) has \(text.lines.count) lines; at most \(DOTLimits.labelLines)")
    }
    textLength += length
  }

  private func tooLong(_ what: String, _ length: Int) -> GraphvizError {
    refusal(
      "a text of \(what) has \(length) characters; at most \(DOTLimits.labelLength) can be drawn")
  }

  // MARK: Values

  private mutating func check(
    _ element: ElementAttributes, of what: String
  ) throws(GraphvizError) {
    if let id = element.id, !elementIDs.insert(id).inserted {
      throw refusal("\(what) has the id \(quoted(id.name)), which another element has already")
    }
    let length = element.tooltip?.unicodeScalars.count ?? 0
    guard length <= DOTLimits.labelLength else { throw tooLong(what, length) }
    textLength += length
  }

  private func check(_ font: FontAttributes, of what: String) throws(GraphvizError) {
    try check(font.size, 1...1_000, "font size", of: what)
  }

  private func check(_ point: DOTPoint?, of what: String) throws(GraphvizError) {
    let range = -DOTLimits.coordinate...DOTLimits.coordinate
    try check(point?.x, range, "x", of: what)
    try check(point?.y, range, "y", of: what)
  }

  private func check(
    _ value: Double?, _ range: ClosedRange<Double>, _ name: String, of what: String
  ) throws(GraphvizError) {
    guard let value else { return }
    guard range.contains(value) else {
      throw refusal(
        "the \(name) of \(what) is \(value); it must lie between \(range.lowerBound) and "
          + "\(range.upperBound)")
    }
  }

  private func refusal(_ message: String) -> GraphvizError { GraphvizError(.validate, message) }

  private func quoted(_ key: String) -> String { Messages.quoted(key) }
}

/// Shared wording of messages.
enum Messages {
  /// A key in quotation marks, cleaned and cut to what fits a line of output.
  static func quoted(_ key: String) -> String {
    let clean = TextCleaning.line(of: String(key.prefix(80)))
    return "“\(clean)\(key.count > 80 ? "…" : "")”"
  }
}

extension LayoutEngine {
  /// Whether every node must come with a position.
  var needsPositions: Bool { self == .pinned || self == .exact }
}
