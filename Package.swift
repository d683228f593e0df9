// swift-tools-version: 6.1
import PackageDescription

/// Imports go one way: GraphCore ← Governance ← {DataPackage, Diagrams} ← Reports ← footprints,
/// CGraphviz ← CGraphvizShim ← Graphviz ← Diagrams, and CXlsxWriter ← Workbook ← Reports.
let package = Package(
  name: "footprints",
  products: [
    .executable(name: "footprints", targets: ["footprints"]),
    .library(name: "GraphCore", targets: ["GraphCore"]),
    .library(name: "Governance", targets: ["Governance"]),
    .library(name: "DataPackage", targets: ["DataPackage"]),
    .library(name: "Graphviz", targets: ["Graphviz"]),
    .library(name: "Diagrams", targets: ["Diagrams"]),
    .library(name: "Workbook", targets: ["Workbook"]),
    .library(name: "Reports", targets: ["Reports"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz"]),
    .target(name: "Graphviz", dependencies: ["CGraphvizShim"]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Workbook", dependencies: ["CXlsxWriter"]),
    .target(name: "GraphCore"),
    .target(
      name: "Governance",
      dependencies: [
        "GraphCore", .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    .target(
      name: "DataPackage",
      dependencies: ["Governance", .product(name: "Yams", package: "Yams")]),
    .target(name: "Diagrams", dependencies: ["Governance", "Graphviz"]),
    .target(
      name: "Reports",
      dependencies: [
        "DataPackage", "Diagrams", "Workbook",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      resources: [.embedInCode("Style/pack.css")]),
    .target(
      name: "Graphs", path: "Graphs",
      exclude: ["england/README.md", "regimes/README.md", "cases/README.md"],
      resources: [.copy("england"), .copy("example"), .copy("regimes"), .copy("cases")]),
    .executableTarget(
      name: "footprints",
      dependencies: [
        "Reports", "Graphs", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "benchmark", dependencies: ["GraphCore", "Governance", "DataPackage", "Graphs"]),
    .testTarget(name: "GraphvizTests", dependencies: ["Graphviz", "CGraphvizShim", "footprints"]),
    .testTarget(
      name: "GraphCoreTests", dependencies: ["GraphCore"], resources: [.copy("Fixtures")]),
    .testTarget(name: "LoadTests", dependencies: ["Governance", "DataPackage", "Graphs"]),
    .testTarget(name: "GovernanceTests", dependencies: ["Governance"]),
    .testTarget(
      name: "FindingsTests",
      dependencies: [
        "Governance", "DataPackage", "Graphs", .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(name: "DataPackageTests", dependencies: ["DataPackage", "Graphs"]),
    .testTarget(
      name: "DiagramsTests", dependencies: ["Diagrams", "DataPackage", "Graphs"],
      exclude: ["FootprintSnapshots"]),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Graphs"], exclude: ["Fixtures"]),
    .testTarget(name: "FootprintsTests", dependencies: ["footprints", "DataPackage", "Graphs"]),
  ],
  swiftLanguageModes: [.v6]
)

// Scripts/test turns warnings into errors; a package that others depend on must not.
if Context.environment["FOOTPRINTS_STRICT"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-warnings-as-errors"])]
    target.cSettings = (target.cSettings ?? []) + [.unsafeFlags(["-Wall", "-Werror"])]
  }
}
