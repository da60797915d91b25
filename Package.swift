// swift-tools-version: 6.2
import PackageDescription

// A newer compiler may warn of more, which is no reason to stop a packager's build.
let strict: [SwiftSetting] =
  Context.environment["ROLEBOOK_CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Tests run many inputs through the rooms, so those are optimized for tests, too: file by file for
/// a developer, who changes few, and a room at a time where all are built.
let fast: [SwiftSetting] = [
  .unsafeFlags(
    strict.isEmpty ? ["-O"] : ["-O", "-whole-module-optimization", "-num-threads", "1"],
    .when(configuration: .debug))
]

/// A room of the house; docs/architecture.md says what each may import.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + fast)
}

/// A library in C, its header in a module of its own, and the Debian package that brings it.
func library(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// The tests of one room.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "rolebook",
  products: [.executable(name: "rolebook", targets: ["rolebook"])],
  targets: [
    library("CCMark", "libcmark", "libcmark-dev"),
    library("CGumbo", "gumbo", "libgumbo-dev"),
    library("CYAML", "yaml-0.1", "libyaml-dev"),
    library("CExpat", "expat", "libexpat1-dev"),
    library("CUTF8Proc", "libutf8proc", "libutf8proc-dev"),
    library("CXlsxWriter", "xlsxwriter", "libxlsxwriter-dev"),
    library("CXXHash", "libxxhash", "libxxhash-dev"),
    library("CZlib", "zlib", "zlib1g-dev"),
    library("CBrotli", "libbrotlienc", "libbrotli-dev"),
    library("CMicroHTTPD", "libmicrohttpd", "libmicrohttpd-dev"),
    .systemLibrary(name: "CLinux", path: "Sources/C/CLinux"),

    room(
      "Base", ["CUTF8Proc", "CXXHash", "CYAML", "CZlib", "CBrotli"]),
    room("Markdown", ["Base", "CCMark", "CGumbo"]),
    room("Alignment"),
    room("Guide", ["Base", "Markdown", "Alignment"]),
    room("Mustache", ["Base"]),
    room("Search", ["Base"]),
    room("Site", ["Base", "Markdown", "Guide", "Mustache", "Search", "CXlsxWriter"]),
    room("Exchange", ["Base", "Markdown", "Guide", "CExpat"]),
    room("Publishing", ["Base", "Guide", "Mustache", "Site", "CLinux"]),
    room(
      "Preview",
      ["Base", "Guide", "Mustache", "Site", "Exchange", "Publishing", "CMicroHTTPD"]),
    room("Adoption", ["Base", "Markdown", "Alignment", "Guide", "Exchange"]),
    .executableTarget(
      name: "rolebook",
      dependencies: [
        "Base", "Markdown", "Guide", "Site", "Exchange", "Publishing", "Preview", "Adoption",
      ], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"],
      exclude: ["Narrowing.txt", "Recursion.txt", "Traps.txt", "Words.txt"], swiftSettings: strict),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Base", "Markdown", "Guide", "Mustache", "Alignment", "Exchange", "Adoption", "Preview",
        "GuideFixtures",
      ],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    tests("FuzzTargets", exclude: ["Corpus"]),
    .testTarget(name: "TrustTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "AcceptanceTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "BrowserTests", dependencies: ["TestSupport", "Base", "Guide", "Search"],
      swiftSettings: strict),
    .target(
      name: "GuideFixtures", dependencies: ["Base", "Markdown", "Guide"],
      path: "Tests/GuideFixtures", swiftSettings: strict),
    tests("Base"),
    tests("Markdown", ["Base"]),
    tests("Alignment", ["Base", "Markdown", "Guide"]),
    tests("Guide", ["Base", "Markdown", "GuideFixtures"]),
    tests("Search", ["Base"]),
    tests("Site", ["Base", "Guide"]),
    tests("rolebook", ["Base", "Guide", "GuideFixtures"], exclude: ["Fixtures"]),
    tests("Mustache"),
    tests("Exchange", ["Base", "Guide", "GuideFixtures"]),
    tests("Publishing"),
    tests("Preview"),
    tests("Adoption", ["Base", "Guide", "Markdown"]),
  ],
  swiftLanguageModes: [.v6]
)

// Built by `make fuzz` alone: libFuzzer brings its own main function.
if Context.environment["ROLEBOOK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
  package.products.append(.executable(name: "Fuzz", targets: ["Fuzz"]))
}
