import Governance

extension UserFileReader {
  /// Reads what an hour costs: a table with the columns `role` (`director`, `deputy`, `staff`) and
  /// `rate`, pounds an hour.
  ///
  /// - Parameter path: the file.
  public func rates(at path: String) -> UserFileResult<LoadRates> {
    switch bytes(of: path) {
    case .failure(let reason):
      return UserFileResult(value: nil, diagnostics: [reason.diagnostic])
    case .success(let bytes):
      return rates(in: bytes, file: path)
    }
  }

  func rates(in bytes: [UInt8], file path: String) -> UserFileResult<LoadRates> {
    var table = UserTable(bytes, file: path, columns: ["role", "rate"], limits: limits)
    var rates = LoadRates()
    var seen: Set<String> = []
    for row in table.rows {
      let role = table.text(row, "role")
      guard let rate = table.number(row, "rate", 0...10_000) else {
        table.needs(row, "rate")
        continue
      }
      let slot: WritableKeyPath<LoadRates, Double?>
      switch role {
      case "director": slot = \.director
      case "deputy": slot = \.deputy
      case "staff": slot = \.staff
      default:
        table.fail(
          row, "role", "There is no role \(Quotation.of(role)).",
          "Write director, deputy or staff.")
        continue
      }
      guard seen.insert(role).inserted else {
        table.fail(row, "role", "The rate of \(role) is there twice.", "Keep one of the two.")
        continue
      }
      rates[keyPath: slot] = rate
    }
    return table.result(rates)
  }
}
