import GraphCore
import Testing

@testable import Governance

/// Who reports to whom by numbers, against walking up one step at a time.
@Suite struct ReportingOrderTests {
  /// The forum and all to which it reports, however far up.
  private static func chain(_ start: NodeID, _ superiors: [NodeID: NodeID]) -> [NodeID] {
    var chain = [start]
    while let next = superiors[chain[chain.count - 1]], !chain.contains(next) {
      chain.append(next)
    }
    return chain
  }

  private static func nodes(_ count: Int) -> [NodeID] {
    var builder = GraphBuilder()
    return (0..<count).map { _ in builder.addNode() }
  }

  /// Every way in which five forums can report to one another or to nobody, rings among them.
  @Test func agreesWithWalkingUp() {
    let forums = Self.nodes(5)
    for code in 0..<(5 * 5 * 5 * 5 * 5) {
      var left = code
      var superiors: [NodeID: NodeID] = [:]
      for forum in forums {
        let choice = left % 5
        left /= 5
        // Its own number stands for nobody.
        if choice != forum.index { superiors[forum] = forums[choice] }
      }
      let order = ReportingOrder(superiors, among: forums, of: forums.count)
      for one in forums {
        let up = Self.chain(one, superiors)
        if superiors[up[up.count - 1]] == nil { #expect(order.top(of: one) == up.last) }
        for other in forums {
          let across = Self.chain(other, superiors)
          #expect(order.isSettled(one, other) == (up.contains(other) || across.contains(one)))
          let isOneTree = !Set(up).isDisjoint(with: across)
          #expect((order.top(of: one) == order.top(of: other)) == isOneTree, "\(superiors)")
        }
      }
    }
  }

  /// A long chain, and a ring as long, take neither long nor much stack.
  @Test(.timeLimit(.minutes(1))) func takesLongWays() {
    let forums = Self.nodes(100_000)
    var superiors = Dictionary(uniqueKeysWithValues: zip(forums.dropFirst(), forums))
    let chain = ReportingOrder(superiors, among: forums, of: forums.count)
    #expect(chain.top(of: forums[99_999]) == forums[0])
    #expect(chain.isSettled(forums[99_999], forums[50_000]))
    superiors[forums[0]] = forums[99_999]
    let ring = ReportingOrder(superiors, among: forums, of: forums.count)
    #expect(ring.top(of: forums[7]) == forums[0])
    #expect(ring.isSettled(forums[12], forums[99_998]))
  }
}
