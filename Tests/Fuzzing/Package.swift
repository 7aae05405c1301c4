// swift-tools-version: 6.2
import PackageDescription

// Run one with: swift build -c debug --product FuzzNames && .build/debug/FuzzNames -max_len=512 -max_total_time=60
// Add -Xswiftc -sanitize=fuzzer,address to the build, so that the fuzzer sees the ways through the package too.
// Set SWIFT_BACKTRACE=enable=no first: the crash reporter is slow under a fuzzer.
let fuzzer: [SwiftSetting] = [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address"])]
let linker: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]

let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "ism", path: "../..")],
  targets: [
    .executableTarget(
      name: "FuzzNames",
      dependencies: [
        .product(name: "ArabicText", package: "ism"), .product(name: "NameSearch", package: "ism"),
      ],
      swiftSettings: fuzzer, linkerSettings: linker),
    .executableTarget(
      name: "FuzzCompletion",
      dependencies: [.product(name: "NameSearch", package: "ism")],
      swiftSettings: fuzzer, linkerSettings: linker),
    .executableTarget(
      name: "FuzzLexicon",
      dependencies: [.product(name: "NameSearch", package: "ism")],
      swiftSettings: fuzzer, linkerSettings: linker),
    .executableTarget(
      name: "FuzzTransducer",
      dependencies: [
        .product(name: "ArabicText", package: "ism"), .product(name: "LexiconTools", package: "ism"),
      ],
      swiftSettings: fuzzer, linkerSettings: linker),
    // It reads what is internal, so it needs a debug build.
    .executableTarget(
      name: "FuzzImports",
      dependencies: [.product(name: "LexiconTools", package: "ism")],
      swiftSettings: fuzzer, linkerSettings: linker),
    .executableTarget(
      name: "FuzzRomanize",
      dependencies: [.product(name: "ArabicText", package: "ism")],
      swiftSettings: fuzzer, linkerSettings: linker),
  ]
)
