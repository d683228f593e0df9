import Governance
import OrderedCollections

/// The sources a page cites, numbered in the order of their first use.
struct Citations {
  private var numbers: OrderedDictionary<String, Int> = [:]

  /// Numbers in brackets that lead to the list at the foot of the page.
  ///
  /// - Parameter sources: identifiers of sources.
  mutating func cite(_ sources: [String]) -> HTML {
    let cited = sources.filter { !$0.isEmpty }
    guard !cited.isEmpty else { return Part.unknown }
    return HTML.joined(
      cited.map { source in
        let number = numbers[source] ?? numbers.count + 1
        numbers[source] = number
        return Tag.a(.class("cite"), .href(.anchor(Anchor("source", source)))) {
          Tag.span(.class("unseen")) { "source " }
          "[\(number)]"
        }
      }, separator: " ")
  }

  /// The list for the foot of the page; nothing when nothing was cited.
  ///
  /// - Parameter register: where the sources are described.
  func list(in register: Register) -> HTML {
    guard !numbers.isEmpty else { return .nothing }
    let known = Dictionary(
      register.sources.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    return Tag.section(.class("sources")) {
      Tag.h2 { "Sources on this page" }
      Tag.ol(.class("bibliography")) {
        for source in numbers.keys {
          Tag.li(.id(Anchor("source", source))) {
            known[source].map(Part.source) ?? .text(source)
          }
        }
      }
    }
  }
}
