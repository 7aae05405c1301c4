// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ism", path: "../..")],
  targets: [
    .executableTarget(
      name: "LookupBenchmark",
      dependencies: [
        .product(name: "NameSearch", package: "ism"), .product(name: "ArabicText", package: "ism"),
      ]),
    .executableTarget(
      name: "NamesBenchmark", dependencies: [.product(name: "NameSearch", package: "ism")]),
    .executableTarget(
      name: "RomanizeBenchmark",
      dependencies: [
        .product(name: "NameSearch", package: "ism"), .product(name: "ArabicText", package: "ism"),
      ]),
  ]
)
