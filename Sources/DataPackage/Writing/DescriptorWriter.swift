import Governance

/// What a package says of itself.
public struct PackageMetadata: Hashable, Sendable {
  /// A licence of the package.
  public struct Licence: Hashable, Sendable {
    /// The Open Definition identifier, such as `OGL-UK-3.0`.
    public var name: String
    /// The title.
    public var title: String
    /// An http or https address.
    public var path: String

    /// Makes a licence.
    public init(name: String, title: String, path: String) {
      self.name = name
      self.title = title
      self.path = path
    }
  }

  /// A short name: small letters, digits, `.`, `_`, `-`.
  public var name: String
  /// What the package holds, in a sentence or two.
  public var description: String?
  /// The version of the package.
  public var version: String?
  /// Its licences.
  public var licences: [Licence]

  /// Makes metadata.
  public init(
    name: String = "register", description: String? = nil, version: String? = nil,
    licences: [Licence] = []
  ) {
    self.name = name
    self.description = description
    self.version = version
    self.licences = licences
  }
}

/// Writes `datapackage.json` from ``PackageSchema``.
public struct DescriptorWriter: Sendable {
  /// What the package says of itself.
  public var metadata: PackageMetadata
  /// The title of the register.
  public var title: String

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - title: the title of the register.
  ///   - metadata: what the package says of itself.
  public init(title: String, metadata: PackageMetadata = PackageMetadata()) {
    self.title = title
    self.metadata = metadata
  }

  /// The text of the descriptor; the same for the same input.
  public var text: String { value.text }

  /// The descriptor (Frictionless data package v1, profile `tabular-data-package`).
  public var value: JSONValue {
    var members: [JSONValue.Member] = [
      .init("profile", .string(PackageSchema.profile)),
      .init("name", .string(metadata.name)),
      .init("title", .string(title)),
    ]
    if let description = metadata.description {
      members.append(.init("description", .string(description)))
    }
    if let version = metadata.version { members.append(.init("version", .string(version))) }
    if !metadata.licences.isEmpty {
      members.append(.init("licenses", .array(metadata.licences.map(DescriptorWriter.licence))))
    }
    let resources = PackageSchema.tables.map(DescriptorWriter.resource)
    members.append(.init("resources", .array(resources)))
    return .object(members)
  }

  /// The Frictionless schema of a table.
  ///
  /// - Parameter table: the table.
  public static func schema(of table: TableSchema) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("fields", .array(table.columns.map(field))),
      .init("missingValues", .array([.string("")])),
      .init("primaryKey", .string("id")),
    ]
    let keys = table.columns.compactMap { foreignKey($0, of: table.table) }
    if !keys.isEmpty { members.append(.init("foreignKeys", .array(keys))) }
    return .object(members)
  }

  private static func resource(_ table: TableSchema) -> JSONValue {
    .object([
      .init("profile", .string("tabular-data-resource")),
      .init("name", .string(table.table.rawValue)),
      .init("description", .string(table.summary)),
      .init("path", .string(table.fileName)),
      .init("format", .string("csv")),
      .init("mediatype", .string("text/csv")),
      .init("encoding", .string("utf-8")),
      .init("schema", schema(of: table)),
    ])
  }

  private static func licence(_ licence: PackageMetadata.Licence) -> JSONValue {
    .object([
      .init("name", .string(licence.name)), .init("title", .string(licence.title)),
      .init("path", .string(licence.path)),
    ])
  }

  /// The reference of a column; `nil` for a list, which Frictionless has no references for.
  ///
  /// A table that refers to itself is named by a blank, as the specification says.
  private static func foreignKey(
    _ column: ColumnSchema, of table: Register.Table
  ) -> JSONValue? {
    guard let target = column.references, !column.isList else { return nil }
    let resource = target == table ? "" : target.rawValue
    return .object([
      .init("fields", .string(column.name)),
      .init(
        "reference",
        .object([.init("resource", .string(resource)), .init("fields", .string("id"))])),
    ])
  }

  // MARK: - Fields

  private static func field(_ column: ColumnSchema) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(column.name)), .init("type", .string(typeName(column.type))),
    ]
    let summary = column.isList ? column.summary + " A list separated by ;." : column.summary
    members.append(.init("description", .string(summary)))
    switch column.type {
    case .boolean:
      members.append(.init("trueValues", .array([.string("true")])))
      members.append(.init("falseValues", .array([.string("false")])))
    case .date: members.append(.init("format", .string("default")))
    default: break
    }
    let constraints = constraints(of: column)
    if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
    return .object(members)
  }

  private static func typeName(_ type: ColumnSchema.CellType) -> String {
    switch type {
    case .date: "date"
    case .number: "number"
    case .boolean: "boolean"
    default: "string"
    }
  }

  private static func constraints(of column: ColumnSchema) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if column.isRequired { members.append(.init("required", .boolean(true))) }
    if column.name == "id" { members.append(.init("unique", .boolean(true))) }
    switch column.type {
    case .identifier where column.references == nil:
      members.append(.init("pattern", .string("^\(PackageSchema.identifierPattern)$")))
    case .identifiers: members.append(listPattern(of: PackageSchema.identifierPattern))
    case .choices(let choices):
      members.append(listPattern(of: "(\(choices.joined(separator: "|")))"))
    case .choice(let choices):
      members.append(.init("enum", .array(choices.map(JSONValue.string))))
    case .text(let maximum):
      if let maximum { members.append(.init("maxLength", .integer(maximum))) }
    case .number(let minimum, let maximum):
      if let minimum { members.append(.init("minimum", .number(minimum))) }
      if let maximum { members.append(.init("maximum", .number(maximum))) }
    case .address: members.append(.init("pattern", .string("^https?://[^\\s]+$")))
    case .areaCode: members.append(.init("pattern", .string("^[A-Z][0-9]{8}$")))
    case .identifier, .prose, .texts, .date, .boolean: break
    }
    return members
  }

  private static func listPattern(of item: String) -> JSONValue.Member {
    .init("pattern", .string("^\(item)(;\(item))*$"))
  }
}
