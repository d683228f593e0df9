import DataPackage
import Foundation
import Governance
import Reports

extension LoadCommand {
  /// Shows the load of a trust beside that of another day, or of another trust on the same day.
  ///
  /// - Parameters:
  ///   - other: a day as YYYY-MM-DD, or the code or words of the name of a trust.
  ///   - code: the trust.
  ///   - graph: the records of the day.
  /// - Throws: `Failure` where there is no such trust on that day.
  func show(
    against other: String, of code: Code, in graph: AccountabilityGraph
  ) throws {
    let users = try loads.usersParameters(beside: graph.atlas.register)
    let first = side(code, graph, users)
    let second = try second(other, of: code, in: graph, users)
    guard let contrast = LoadContrast(of: first, with: second, settings: loads.settings) else {
      throw Failure("the two cannot be compared: a trust is not in force")
    }
    switch format ?? .text {
    case .text: try Output.write(LoadContrastText(contrast).lines)
    case .json: try Output.write(JSONDocument.bytes(LoadContrastDocument(contrast)))
    case .csv: try Output.write(Data(LoadContrastTable(contrast).csv.utf8))
    }
  }

  private func second(
    _ other: String, of code: Code, in graph: AccountabilityGraph, _ users: [Parameter]
  ) throws(Failure) -> LoadContrast.Side {
    guard let day = CalendarDate(iso: other) else {
      guard !other.allSatisfy({ $0.isNumber || "/.-".contains($0) }) else {
        throw Failure("“\(other)” is no day. \(DateGuess.remedy(for: other))")
      }
      let trust = try graph.atlas.organisation(named: other, kinds: [.trust]).id
      guard trust != code else {
        throw Failure("\(code) is to be compared with itself; name another trust, or a day")
      }
      return side(trust, graph, users)
    }
    guard day != graph.atlas.date else {
      throw Failure(
        "\(code) is to be compared with itself on the same day; name another day, or another --on")
    }
    let then = try RegisterAccess(options, on: day).accountability(regime)
    guard then.atlas.organisations(of: .trust).contains(where: { $0.id == code }) else {
      throw Failure("\(code) is not in force on \(day.longForm)")
    }
    return side(code, then, users)
  }

  private func side(
    _ trust: Code, _ graph: AccountabilityGraph, _ users: [Parameter]
  ) -> LoadContrast.Side {
    let book = ParameterBook(graph.atlas.register.parameters, overriding: users)
    return LoadContrast.Side(trust, LoadModel(graph, book: book, of: [trust]), in: graph)
  }
}
