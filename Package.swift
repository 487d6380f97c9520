// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "leadpact",
  products: [
    .executable(name: "leadpact", targets: ["leadpact"]),
    // For the package in Fuzzing, which links them with libFuzzer.
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]
    ),
    .target(
      name: "Migrations",
      path: "migrations",
      resources: [
        .embedInCode("V1__contracts.sql"),
        .embedInCode("V2__records.sql"),
        .embedInCode("V3__report_views.sql"),
        .embedInCode("V4__lead_terms.sql"),
        .embedInCode("V5__leads.sql"),
        .embedInCode("V6__version_sources.sql"),
        .embedInCode("V7__figures.sql"),
        .embedInCode("V8__signature_keys.sql"),
        .embedInCode("V9__lead_months.sql"),
        .embedInCode("V10__open_leads.sql"),
        .embedInCode("V11__lighter_leads.sql"),
      ],
      swiftSettings: strict
    ),
    .target(name: "Agreement", swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: [
        "Agreement", "CSQLite", "Migrations",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Exchange",
      dependencies: ["Agreement", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),
    .target(
      name: "Reporting",
      dependencies: ["Agreement", .product(name: "Mustache", package: "swift-mustache")],
      resources: [
        .embedInCode("Page/Templates/page.mustache"),
        .embedInCode("Page/Templates/highlights.mustache"),
        .embedInCode("Page/Templates/block.mustache"),
        .embedInCode("Page/Templates/table.mustache"),
        .embedInCode("Page/Templates/chart.mustache"),
        .embedInCode("Page/Templates/appendix.mustache"),
        .embedInCode("Page/Templates/style.css"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "leadpact",
      dependencies: [
        "Agreement", "Exchange", "Reporting", "Storage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(name: "manual", swiftSettings: strict),
    .executableTarget(
      name: "leadpact-bench",
      dependencies: [
        "Agreement", "Exchange",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/leadpact-bench",
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport", path: "Tests/TestSupport", exclude: ["Released"], swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: ["Agreement", "Exchange"],
      path: "Tests/FuzzTargets",
      swiftSettings: strict
    ),
    .target(name: "FaultVFS", dependencies: ["CSQLite"], path: "Tests/FaultVFS"),
    .testTarget(name: "AgreementTests", dependencies: ["Agreement", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["FaultVFS", "Storage", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Exchange", "FuzzTargets", "TestSupport", .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Agreement", "Reporting", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "leadpact", "leadpact-bench", "Agreement", "Reporting", "Storage", "CSQLite", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Transcripts"],
      swiftSettings: strict
    ),
  ]
)
