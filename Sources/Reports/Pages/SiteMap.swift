import Governance

/// Where everything of a pack lies.
struct SiteMap: Sendable {
  static let summary = PackPath("index.html")
  static let providers = PackPath("providers.html")
  static let systems = PackPath("systems.html")
  static let regions = PackPath("regions.html")
  static let findings = PackPath("findings.html")
  static let load = PackPath("load.html")
  static let loadEvidence = PackPath("load-evidence.html")
  static let loadMethod = PackPath("load-method.html")
  static let data = PackPath("data.html")
  static let downloads = PackPath("downloads.html")
  static let style = PackPath("style.css")

  private let pages: [Code: PackPath]

  /// Gives a page to each of some organisations.
  ///
  /// - Parameters:
  ///   - providers: the providers.
  ///   - systems: the ICSs.
  ///   - regions: the regions.
  init(providers: [Code], systems: [Code], regions: [Code]) {
    var pages: [Code: PackPath] = [:]
    func add(_ codes: [Code], to folder: String) {
      var names = FileNames()
      for code in codes.sorted() {
        pages[code] = PackPath(folder, names.name(for: code.text) + ".html")
      }
    }
    add(providers, to: "providers")
    add(systems, to: "systems")
    add(regions, to: "regions")
    self.pages = pages
  }

  /// The page of an organisation; `nil` when it has none.
  subscript(_ code: Code) -> PackPath? { pages[code] }

  /// The footprint of a provider as data; `nil` when it has no page.
  ///
  /// - Parameter provider: the provider.
  func footprintFile(of provider: Code) -> PackPath? {
    guard let file = pages[provider]?.parts.last else { return nil }
    return PackPath("downloads", "footprints", file.dropLast(".html".count) + ".json")
  }

  /// The functions and decisions map of an ICS as data; `nil` when it has no page.
  ///
  /// - Parameters:
  ///   - system: the ICS.
  ///   - ending: the ending of the file, without the dot.
  func functionsFile(of system: Code, _ ending: String) -> PackPath? {
    guard let file = pages[system]?.parts.last else { return nil }
    return PackPath("downloads", "functions", file.dropLast(".html".count) + "." + ending)
  }

  /// Where the load of a provider comes from as a table; `nil` when it has no page.
  ///
  /// - Parameter provider: the provider.
  func loadFile(of provider: Code) -> PackPath? {
    guard let file = pages[provider]?.parts.last else { return nil }
    return PackPath("downloads", "load", file.dropLast(".html".count) + ".csv")
  }

  /// A file of a diagram.
  ///
  /// - Parameters:
  ///   - diagram: the name of its files.
  ///   - ending: the ending of the file, without the dot.
  static func file(ofDiagram diagram: String, _ ending: String) -> PackPath {
    PackPath("downloads", "diagrams", diagram + "." + ending)
  }

  /// A table made for the pack.
  ///
  /// - Parameters:
  ///   - table: the name of the table.
  ///   - ending: the ending of the file, without the dot.
  static func file(ofTable table: String, _ ending: String) -> PackPath {
    PackPath("downloads", "tables", table + "." + ending)
  }

  /// A file of the register.
  ///
  /// - Parameter name: the name of the file.
  static func file(ofRegister name: String) -> PackPath {
    PackPath("downloads", "register", name)
  }
}
