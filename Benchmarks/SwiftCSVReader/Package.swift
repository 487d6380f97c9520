// swift-tools-version: 6.0
import PackageDescription

// A package of its own, so that leadpact does not depend on what it is measured against.
let package = Package(
  name: "swiftcsv-reader",
  dependencies: [.package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0")],
  targets: [
    .executableTarget(
      name: "swiftcsv-reader", dependencies: [.product(name: "SwiftCSV", package: "SwiftCSV")])
  ]
)
