import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: "Shows whom a body answers to, who answers to it, and the ways up to the top.",
    discussion: """
      Lists recorded lines and those that the regime draws, by function, each with what it rests \
      on; arrangements with all their parties; where disputes can be taken and who is not \
      independent of them; and the four lines of delegated services. What is not known is said to \
      be not known.

      EXAMPLES
        footprints lines RYC --on 2026-03-31
        footprints lines RYC --function finance
        footprints lines QWO --regime act-2022 --format csv
      """)

  @Argument(help: "A code, or words of a name.")
  var body: String

  @OptionGroup var options: DataOptions

  @OptionGroup var regime: RegimeOptions

  @Option(name: .long, help: "Only what is about this function, such as quality.")
  var function: String?

  @Option(name: .long, help: "text, json or csv.")
  var format: ResultFormat = .text

  func run() throws {
    let graph = try RegisterAccess(options).accountability(regime)
    let organisation = try graph.atlas.organisation(
      named: body, kinds: Set(OrganisationKind.allCases))
    try checkFunction(in: graph)
    guard let account = LinesOfAccount(of: organisation.id, in: graph, about: function) else {
      throw Failure("\(organisation.id) is not in force on \(graph.atlas.date.longForm)")
    }
    switch format {
    case .text: try Output.write(LinesText(account, in: graph).lines)
    case .json: try Output.write(JSONDocument.bytes(LinesDocument(account, in: graph)))
    case .csv: try Output.write(Data(LinesTable(account, in: graph).csv.utf8))
    }
  }

  /// A function that neither the regime nor a record has is a slip of the pen.
  private func checkFunction(in graph: AccountabilityGraph) throws(Failure) {
    guard let function else { return }
    let listed = graph.regime.functions.terms.map(\.id)
    let register = graph.atlas.register
    let recorded = Set(
      register.relations.flatMap(\.functions) + register.arrangements.flatMap(\.functions))
    if listed.contains(function) || recorded.contains(function) { return }
    let known = listed + recorded.subtracting(listed).sorted()
    let question = Spelling.question(for: function, among: known).map { ". \($0)" } ?? ""
    throw Failure(
      "there is no function “\(Quotation.cut(function))”: choose "
        + "\(known.joined(separator: ", "))\(question)")
  }
}
