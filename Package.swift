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
    // Without traits: those of Hummingbird and Configuration that are left out link full Foundation.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CMemory"),
    .target(
      name: "LexiconData", path: "Lexicon",
      exclude: [
        "README.md", "COVERAGE.md", "Entities", "Names", "Words", "Countries", "Sources.tsv", "Languages.tsv",
        "About.tsv", "Policy.tsv",
      ],
      sources: ["LexiconData.c"], publicHeadersPath: "include"),
    .target(
      name: "ArabicText", dependencies: ["CICU", "CMemory", "LexiconData"],
      exclude: ["Transducer/FORMAT.md", "Pairs/FORMAT.md", "NameParts/FORMAT.md"],
      swiftSettings: strict),
    .target(
      name: "NameSearch", dependencies: ["ArabicText", "CMemory", "LexiconData"],
      exclude: ["Format/FORMAT.md"], swiftSettings: strict),
    .target(
      name: "LexiconTools", dependencies: ["ArabicText", "NameSearch", system],
      exclude: ["Importing/README.md"], swiftSettings: strict),
    .target(
      name: "ServicePage", exclude: ["page", "schemas.json"], sources: ["ServicePage.c"],
      publicHeadersPath: "include"),
    .target(
      name: "NameService",
      dependencies: [
        "ArabicText", "NameSearch", "ServicePage",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      exclude: ["API.md", "OPERATION.md", "ism.service"], swiftSettings: strict),
    .executableTarget(
      name: "ism",
      dependencies: [
        "ArabicText", "NameSearch", "LexiconTools", "NameService", argumentParser, system,
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
      ],
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
      name: "NameServiceTests",
      dependencies: [
        "ArabicText", "NameSearch", "NameService", "TestSupport",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["ism"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
