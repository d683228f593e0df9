import Governance

/// What `datapackage.json` says that matters here.
struct Descriptor {
  /// A file that holds a table.
  struct Resource {
    var path: String
    /// Where the path stands in the descriptor.
    var offset: Int
  }

  var title = ""
  var resources: [Register.Table: Resource] = [:]
}

/// Reads `datapackage.json` and says what is wrong with it.
struct DescriptorReader {
  static let fileName = "datapackage.json"
  private static let maximumDepth = 32

  private(set) var report: FileReport
  private var descriptor = Descriptor()

  private init(file: String) {
    report = FileReport(file: file)
  }

  /// Reads a descriptor.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  static func read(
    _ bytes: [UInt8], file: String
  ) -> (descriptor: Descriptor, diagnostics: [Diagnostic]) {
    var reader = DescriptorReader(file: file)
    if bytes.starts(with: ByteOrderMark.utf8) {
      reader.report.add(
        .warning, at: 0, "The file begins with a byte-order mark.",
        "Save it as UTF-8 without a byte-order mark; it was read all the same.")
    }
    do {
      let root = try JSONReader.read(bytes, maximumDepth: maximumDepth)
      reader.read(root)
    } catch {
      reader.report.add(.error, at: error.offset, error.what, error.remedy)
    }
    return (reader.descriptor, reader.report.diagnostics(in: bytes))
  }

  private mutating func read(_ root: JSONNode) {
    guard case .object = root.content else {
      report.add(
        .error, at: root.offset, "The descriptor is not a JSON object.",
        "Write it as Frictionless describes: { \"profile\": …, \"resources\": [ … ] }.")
      return
    }
    readProfile(root)
    let name = root["name"]?.string ?? ""
    descriptor.title = root["title"]?.string ?? name
    if TextRules.firstRefused(in: descriptor.title, allowsLineBreaks: false) != nil {
      report.add(
        .error, at: (root["title"] ?? root).offset,
        "The title holds a hidden character or a line break.", "Remove it.")
    }
    guard let resources = root["resources"]?.elements else {
      report.add(
        .error, at: (root["resources"] ?? root).offset,
        "The descriptor lists no \"resources\".",
        "List the tables with \"name\" and \"path\"; `footprints new` shows how.")
      return
    }
    for resource in resources { read(resource: resource) }
    for table in Register.Table.allCases where descriptor.resources[table] == nil {
      guard !table.isOptional, !hasNamed(table, in: resources) else { continue }
      report.add(
        .error, at: root["resources"]!.offset,
        "The table \"\(table.rawValue)\" is not among the resources.",
        "Add a resource with the name \"\(table.rawValue)\" and the path "
          + "\"\(table.rawValue).csv\"; the file may hold its header only.")
    }
  }

  private func hasNamed(_ table: Register.Table, in resources: [JSONNode]) -> Bool {
    resources.contains { $0["name"]?.string == table.rawValue }
  }

  private mutating func readProfile(_ root: JSONNode) {
    let profile = root["profile"]
    guard profile?.string != PackageSchema.profile else { return }
    report.add(
      .warning, at: (profile ?? root).offset,
      profile == nil
        ? "The descriptor names no profile."
        : "The profile is \(Quotation.of(profile?.string ?? "")).",
      "Write \"profile\": \"\(PackageSchema.profile)\"; it was read as that.")
  }

  private mutating func read(resource: JSONNode) {
    guard let nameNode = resource["name"], let name = nameNode.string else {
      report.add(
        .error, at: resource.offset, "A resource has no name.",
        "Give it the name of its table, such as \"organisations\".")
      return
    }
    guard let table = Register.Table(rawValue: name) else {
      let names = Register.Table.allCases.map(\.rawValue)
      report.add(
        .warning, at: nameNode.offset,
        "The resource \(Quotation.of(name)) is no table of a register.",
        Spelling.question(for: name, among: names) ?? "It was passed over.")
      return
    }
    guard descriptor.resources[table] == nil else {
      report.add(
        .error, at: nameNode.offset, "The resource \"\(name)\" is listed twice.",
        "Keep one of the two.")
      return
    }
    checkForm(of: resource, name: name)
    guard let pathNode = resource["path"], let path = pathNode.string else {
      report.add(
        .error, at: (resource["path"] ?? resource).offset,
        "The resource \"\(name)\" has no path to one file.",
        "Write \"path\": \"\(name).csv\".")
      return
    }
    if let fault = DescriptorReader.fault(ofPath: path) {
      report.add(
        .error, at: pathNode.offset, "The path \(Quotation.of(path)) \(fault).",
        "Put the file into the folder of the package and name it \"\(name).csv\".")
      return
    }
    descriptor.resources[table] = Descriptor.Resource(path: path, offset: pathNode.offset)
  }

  /// Refuses encodings and dialects that would be read wrongly.
  private mutating func checkForm(of resource: JSONNode, name: String) {
    if let encoding = resource["encoding"],
      !["utf-8", "utf8"].contains(encoding.string?.lowercased())
    {
      report.add(
        .error, at: encoding.offset, "The resource \"\(name)\" is not in UTF-8.",
        "Save the table as UTF-8 and write \"encoding\": \"utf-8\".")
    }
    let dialect = resource["dialect"]
    if let delimiter = dialect?["delimiter"] ?? dialect?["csv"]?["delimiter"],
      delimiter.string != ","
    {
      report.add(
        .error, at: delimiter.offset, "The cells of \"\(name)\" are not separated by commas.",
        "Save the table with commas and remove the \"delimiter\".")
    }
  }

  /// Why a path may lead out of the package; `nil` if it cannot by its words alone.
  ///
  /// Symbolic links are looked at when the file is opened.
  static func fault(ofPath path: String) -> String? {
    if path.isEmpty { return "is blank" }
    if path.utf8.count > 1_024 { return "is too long" }
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "holds a control character"
    }
    if path.contains("://") { return "is an address, not a file of the package" }
    if path.contains("\\") || path.contains(":") { return "is not a plain relative path" }
    if path.hasPrefix("/") || path.hasPrefix("~") { return "is not relative to the package" }
    if path.split(separator: "/").contains("..") { return "leads out of the package" }
    return nil
  }
}
