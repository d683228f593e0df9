/// The opaque names a drawing goes by in front of Graphviz: `n1` for the first node, and so on.
struct DOTIndex {
  /// Number of each node, from 1, in the order written.
  private(set) var nodes: [DOTNodeID: Int] = [:]
  /// Number of each port within its node, from 1.
  private(set) var ports: [DOTNodeID: [DOTPort: Int]] = [:]

  func name(of node: DOTNodeID) -> String? { nodes[node].map { "n\($0)" } }

  func name(of port: DOTPort, in node: DOTNodeID) -> String? {
    ports[node]?[port].map { "p\($0)" }
  }

  /// Adds a node; false if there is one of that id already.
  mutating func add(_ node: DOTNode) -> Bool {
    guard nodes[node.id] == nil else { return false }
    nodes[node.id] = nodes.count + 1
    return true
  }

  /// Adds a port of a node; false if the node has one of that name already.
  mutating func add(_ port: DOTPort, of node: DOTNodeID) -> Bool {
    let known = ports[node, default: [:]]
    guard known[port] == nil else { return false }
    ports[node, default: [:]][port] = known.count + 1
    return true
  }
}
