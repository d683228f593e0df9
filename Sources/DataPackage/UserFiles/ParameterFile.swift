import Governance

extension UserFileReader {
  /// Reads a file of parameters, in the columns of `parameters.csv`.
  ///
  /// Organisations and forums must be of the register; a source may be of the user's own. The unit
  /// must be one that the symbol takes, since a figure in days would pass for hours.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - register: the register beside which the parameters are used.
  /// - Complexity: O(n log n) in the register and the file.
  public func parameters(
    at path: String, beside register: Register
  ) -> UserFileResult<[Parameter]> {
    switch bytes(of: path) {
    case .failure(let reason):
      return UserFileResult(value: nil, diagnostics: [reason.diagnostic])
    case .success(let bytes):
      return parameters(in: bytes, file: path, beside: register)
    }
  }

  func parameters(
    in bytes: [UInt8], file path: String, beside register: Register
  ) -> UserFileResult<[Parameter]> {
    var (content, file) = TableReader.read(Parameter.self, from: bytes, path: path, limits: limits)
    for (row, parameter) in zip(content.rows, content.records) where parameter.mode == nil {
      file.report.add(
        .error, at: file.offset(row: row, field: "mode"), recordID: parameter.id,
        "\"mode\" is blank, so that no formula can use the row.", "Fill it.")
    }
    for (row, parameter) in zip(content.rows, content.records) {
      guard let symbol = LoadSymbol(rawValue: parameter.symbol),
        !symbol.takes(unit: parameter.unit)
      else { continue }
      file.report.add(
        .error, at: file.offset(row: row, field: "unit"), recordID: parameter.id,
        "\(parameter.symbol) is not given in \(Quotation.of(parameter.unit)).",
        "Give it in such a unit as “\(symbol.unit)”.")
    }
    var joined = register
    joined.parameters = content.records
    let known = Set(register.sources.map(\.id))
    joined.sources += Set(content.records.map(\.source)).subtracting(known).sorted().map {
      Source(id: $0, title: $0)
    }
    for problem in joined.problems(limit: limits.problemsPerTable)
    where problem.table == .parameters {
      file.report.add(
        problem.severity, at: file.offset(row: content.rows[problem.row], field: problem.field),
        recordID: problem.recordID, problem.message, problem.remedy)
    }
    let diagnostics = file.report.diagnostics(in: bytes).sorted()
    let hasErrors = content.isIncomplete || diagnostics.contains { $0.severity == .error }
    return UserFileResult(value: hasErrors ? nil : content.records, diagnostics: diagnostics)
  }
}

/// Writes parameters in the columns of `parameters.csv`.
public enum ParameterFile {
  /// The table.
  ///
  /// - Throws: `PackageWriteError` if a text has no form that would load as it was.
  public static func bytes(of parameters: [Parameter]) throws(PackageWriteError) -> [UInt8] {
    try PackageWriter.file(of: parameters).bytes
  }
}
