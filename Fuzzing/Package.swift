// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since nothing of it can be linked without libFuzzer.
let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "leadpact", path: "..")],
  targets: [
    .systemLibrary(name: "LibFuzzer", path: "LibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["LibFuzzer", .product(name: "FuzzTargets", package: "leadpact")],
      path: "Driver",
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
    ),
  ]
)
