import Foundation

@testable import DataPackage

/// A small valid package as texts, to break in one place at a time.
///
/// Two ICSs of which the second follows a third, a place, two trusts, an arrangement, two forums, and
/// one row of each of the tables that a package may do without.
/// The columns are typed out from `Format.md`, not taken from the code under test.
struct PackageFixture {
  /// The bytes of each file by name.
  var files: [String: [UInt8]] = [:]

  static let columns: [String: String] = [
    "organisations":
      "id,kind,name,shortName,sectors,legalForm,onsCode,postcode,latitude,longitude,exception,"
      + "from,to,source,confidence,note",
    "measures": "id,organisation,measure,value,unit,from,to,source,confidence,note",
    "relations":
      "id,kind,subject,object,objectAmong,role,functions,services,areas,basis,strength,"
      + "shareOfObject,shareOfSubject,shareBasis,instrument,from,to,source,confidence,note",
    "arrangements":
      "id,kind,name,form,functions,services,areas,basis,instrument,from,to,source,confidence,note",
    "parties": "id,arrangement,organisation,role,from,to,source,confidence,note",
    "forums":
      "id,kind,name,parent,parentArrangement,level,decisionMaking,statutory,instrument,"
      + "meetsInPublic,meetingsPerYear,durationHours,members,reportsTo,functions,services,from,to,source,confidence,note",
    "seats":
      "id,forum,organisation,arrangement,role,voting,post,holder,count,represents,recusal,"
      + "from,to,source,confidence,note",
    "succession":
      "id,kind,predecessor,successor,date,share,shareBasis,source,confidence,note",
    "sources": "id,title,publisher,url,asOf,licence,note",
    "parameters":
      "id,forumKind,forum,organisation,sector,symbol,low,mode,high,unit,provenance,basis,source,"
      + "confidence,note",
    "decisions":
      "id,finding,kind,subject,function,decidedBy,reason,from,to,source,confidence,note",
    "returns":
      "id,family,organisation,recipient,timesPerYear,functions,from,to,source,confidence,note",
    "completeness": "id,subject,aspect,from,to,source,confidence,note",
  ]

  static let order = [
    "organisations", "measures", "relations", "arrangements", "parties", "forums", "seats",
    "succession", "sources", "parameters", "decisions", "returns", "completeness",
  ]

  /// Rows by table, as `column=value` joined by `|`; `source` and `confidence` are added.
  static let rows: [String: [String]] = [
    "organisations": [
      "id=REG|kind=region|name=The Region",
      "id=QAA|kind=ics|name=First ICS|from=2022-07-01",
      "id=QBB|kind=ics|name=Second ICS|from=2022-07-01|to=2026-03-31",
      "id=QCC|kind=ics|name=Third ICS|latitude=52.5|longitude=-1.25|from=2026-04-01",
      "id=PL1|kind=place|name=Hill and Dale",
      "id=RAA|kind=trust|name=First Trust|shortName=First|sectors=acute;community|from=2022-07-01",
      "id=RBB|kind=trust|name=Second Trust|sectors=ambulance|exception=works everywhere",
    ],
    "measures": [
      "id=M1|organisation=QAA|measure=registeredPatients|value=1234567|unit=people"
        + "|from=2022-07-01"
    ],
    "relations": [
      "id=C1|kind=contains|subject=REG|object=QAA|from=2022-07-01",
      "id=C2|kind=contains|subject=QAA|object=PL1|shareOfObject=1|from=2022-07-01",
      "id=S1|kind=serves|subject=RAA|object=QAA|role=home|services=acute|shareOfSubject=0.75"
        + "|shareBasis=admitted catchment|from=2022-07-01",
      "id=S2|kind=serves|subject=RAA|object=QBB|role=serves|shareOfSubject=0.25"
        + "|shareBasis=admitted catchment|from=2022-07-01|to=2026-03-31",
    ],
    "arrangements": [
      "id=A1|kind=leadCommissioning|name=Ambulance commissioning|areas=PL1|from=2023-04-01"
    ],
    "parties": ["id=A1-QAA|arrangement=A1|organisation=QAA|role=lead|from=2023-04-01"],
    "forums": [
      "id=F1|kind=icb_board|name=First board|parent=QAA|level=ics|decisionMaking=true"
        + "|meetingsPerYear=6|durationHours=2.5|from=2022-07-01",
      "id=F2|kind=committee|name=Committee|parentArrangement=A1|reportsTo=F1|from=2023-04-01",
    ],
    "seats": [
      "id=F1-RAA|forum=F1|organisation=RAA|role=member|voting=true|count=1|from=2022-07-01"
    ],
    "succession": [
      "id=QBB-QCC|kind=merger|predecessor=QBB|successor=QCC|date=2026-04-01|share=1"
    ],
    "sources": ["id=src|title=A source|url=https://example.org/a|asOf=2025-01-01"],
    "parameters": [
      "id=P1|forumKind=icb_board|symbol=n|low=5|mode=6|high=8|unit=meetings a year"
        + "|provenance=measured"
    ],
    "decisions": [
      "id=D1|kind=F11|subject=RBB|decidedBy=Both regions|reason=It works on both sides"
        + "|from=2024-04-01|to=2027-03-31"
    ],
    "returns": [
      "id=T1|family=response times|organisation=RAA|recipient=QAA|timesPerYear=12"
        + "|functions=performance|from=2022-07-01"
    ],
    "completeness": ["id=W1|subject=F1|aspect=seats|from=2022-07-01"],
  ]

  /// The valid package.
  static var valid: PackageFixture {
    var fixture = PackageFixture()
    for table in order {
      let columns = columns[table]!.split(separator: ",").map(String.init)
      var lines = [columns.joined(separator: ",")]
      for row in rows[table]! {
        var cells: [String: String] = ["source": "src", "confidence": "recorded"]
        for pair in row.split(separator: "|") {
          let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
          cells[parts[0]] = parts[1]
        }
        lines.append(columns.map { cells[$0] ?? "" }.joined(separator: ","))
      }
      fixture["\(table).csv"] = lines.joined(separator: "\n") + "\n"
    }
    let resources = order.map { "    { \"name\": \"\($0)\", \"path\": \"\($0).csv\" }" }
    fixture["datapackage.json"] = """
      {
        "profile": "tabular-data-package",
        "title": "A fixture",
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
    return fixture
  }

  /// The text of a file.
  subscript(file: String) -> String {
    get { String(decoding: files[file] ?? [], as: UTF8.self) }
    set { files[file] = Array(newValue.utf8) }
  }

  /// Replaces the only occurrence of some words.
  mutating func replace(_ old: String, with new: String, in file: String) {
    let parts = self[file].components(separatedBy: old)
    precondition(parts.count == 2, "\(old) occurs \(parts.count - 1) times in \(file)")
    self[file] = parts.joined(separator: new)
  }

  /// Sets one cell of the row with an id.
  mutating func set(_ column: String, _ value: String, of id: String, in table: String) {
    let columns = PackageFixture.columns[table]!.split(separator: ",").map(String.init)
    var lines = self["\(table).csv"].components(separatedBy: "\n")
    let line = lines.firstIndex { $0.hasPrefix("\(id),") }!
    var cells = lines[line].components(separatedBy: ",")
    cells[columns.firstIndex(of: column)!] = value
    lines[line] = cells.joined(separator: ",")
    self["\(table).csv"] = lines.joined(separator: "\n")
  }

  /// Takes a column out of a table, heading and all.
  mutating func remove(_ column: String, from table: String) {
    var lines = self["\(table).csv"].components(separatedBy: "\n")
    let at = lines[0].components(separatedBy: ",").firstIndex(of: column)!
    for index in lines.indices where !lines[index].isEmpty {
      var cells = lines[index].components(separatedBy: ",")
      cells.remove(at: at)
      lines[index] = cells.joined(separator: ",")
    }
    self["\(table).csv"] = lines.joined(separator: "\n")
  }

  /// Adds a row given as `column=value` joined by `|`.
  mutating func add(_ row: String, to table: String) {
    let columns = PackageFixture.columns[table]!.split(separator: ",").map(String.init)
    var cells: [String: String] = ["source": "src", "confidence": "recorded"]
    for pair in row.components(separatedBy: "|") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      cells[parts[0]] = parts[1]
    }
    self["\(table).csv"] += columns.map { cells[$0] ?? "" }.joined(separator: ",") + "\n"
  }

  /// The line and column of a column of the row with an id, counted from the text alone.
  func place(of column: String, of id: String, in table: String) -> TextPosition {
    let columns = PackageFixture.columns[table]!.split(separator: ",").map(String.init)
    let lines = self["\(table).csv"].components(separatedBy: "\n")
    let line = lines.firstIndex { $0.hasPrefix("\(id),") }!
    let before = lines[line].components(separatedBy: ",")
      .prefix(columns.firstIndex(of: column)!)
    let width = before.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
    return TextPosition(line: line + 1, column: width + 1)
  }

  /// The line and column at which some words first stand, counted from the text alone.
  func place(ofFirst words: String, in file: String) -> TextPosition {
    let before = self[file].components(separatedBy: words)[0]
    let lines = before.components(separatedBy: "\n")
    return TextPosition(line: lines.count, column: lines.last!.unicodeScalars.count + 1)
  }

  /// Writes the package into a folder of its own.
  func write() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    return folder
  }

  /// Writes and loads the package.
  func load(limits: LoadLimits = LoadLimits()) throws -> LoadResult {
    let folder = try write()
    return PackageLoader(limits: limits).load(folder: folder.path)
  }
}
