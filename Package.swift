// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "ism",
  products: [
    .library(name: "ArabicText", targets: ["ArabicText"]),
    .library(name: "NameSearch", targets: ["NameSearch"]),
    .library(name: "LexiconTools", targets: ["LexiconTools"]),
    .executable(name: "ism", targets: ["ism"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    .target(
      name: "LexiconData", path: "Lexicon",
      exclude: [
        "README.md", "Entities", "Names", "Words", "Countries", "Sources.tsv", "Languages.tsv", "About.tsv",
      ],
      sources: ["LexiconData.c"], publicHeadersPath: "include"),
    .target(
      name: "ArabicText", dependencies: ["CICU", "LexiconData"], exclude: ["Transducer/FORMAT.md"],
      swiftSettings: strict),
    .target(
      name: "NameSearch", dependencies: ["ArabicText", "LexiconData"], exclude: ["Format/FORMAT.md"],
      swiftSettings: strict),
    .target(
      name: "LexiconTools", dependencies: ["ArabicText", "NameSearch", system],
      exclude: ["Importing/README.md"], swiftSettings: strict),
    .executableTarget(
      name: "ism", dependencies: ["ArabicText", "NameSearch", "LexiconTools", argumentParser, system],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["ArabicText", "NameSearch", "LexiconTools"],
      path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "ArabicTextTests", dependencies: ["ArabicText", "TestSupport"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "NameSearchTests", dependencies: ["ArabicText", "NameSearch", "LexiconTools", "TestSupport"],
      exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "LexiconToolsTests", dependencies: ["ArabicText", "NameSearch", "LexiconTools", "TestSupport"],
      exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["ism"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
