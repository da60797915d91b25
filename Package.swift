// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A stage of the pipeline; the README's import table says what each may import.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one stage.
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
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CUTF8Proc", pkgConfig: "libutf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CLinux"),

    stage("Diagnostics"),
    stage("Text", ["CUTF8Proc"]),
    stage("Digests", ["CXXHash"]),
    stage("SourceFiles", ["Diagnostics", "Digests"]),
    stage("YAML", ["Diagnostics", "SourceFiles", "CYAML"]),
    stage("Documents", ["Diagnostics", "Digests", "SourceFiles", "Text", "YAML", "CCMark", "CGumbo"]),
    stage("Alignment"),
    stage(
      "Guide", ["Diagnostics", "Digests", "SourceFiles", "Text", "YAML", "Documents", "Alignment"]),
    stage("Matrix", ["Diagnostics", "Text", "Documents", "Guide"]),
    stage("Exports", ["Digests", "Text", "Guide", "Matrix", "Compression", "CXlsxWriter"]),
    stage("Mustache", ["Text"]),
    stage("Changes", ["Diagnostics", "Text"]),
    stage(
      "Pages",
      [
        "Diagnostics", "Digests", "Text", "Documents", "Guide", "Matrix", "Exports", "Mustache",
        "Changes",
      ]),
    stage("Compression", ["CZlib", "CBrotli"]),
    stage("Publishing", ["CLinux"]),
    stage("Serving"),
    stage("Watching"),
    stage("HTTPServer", ["CMicroHTTPD"]),
    stage(
      "Commands",
      [
        "Diagnostics", "Digests", "SourceFiles", "Text", "YAML", "Documents", "Alignment", "Guide",
        "Matrix", "Exports", "Mustache", "Pages", "Changes", "Compression", "Publishing", "Serving",
        "Watching", "HTTPServer",
      ]),
    .executableTarget(name: "rolebook", dependencies: ["Commands"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: ["SourceFiles", "Documents", "Guide", "Mustache", "Alignment", "HTTPServer"],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    tests("FuzzTargets", exclude: ["Corpus"]),
    .testTarget(name: "TrustTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "AcceptanceTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "BrowserTests", dependencies: ["TestSupport", "Text"], swiftSettings: strict),
    tests("Diagnostics"),
    tests("Text"),
    tests("SourceFiles", ["Diagnostics"]),
    tests("YAML", ["Diagnostics"]),
    tests("Documents", ["Diagnostics", "SourceFiles"]),
    .target(
      name: "GuideFixtures", dependencies: ["Diagnostics", "SourceFiles", "Documents", "Guide"],
      path: "Tests/GuideFixtures", swiftSettings: strict),
    tests("Alignment", ["SourceFiles", "Documents", "Guide"]),
    tests("Guide", ["Diagnostics", "SourceFiles", "Documents", "GuideFixtures"]),
    tests("Matrix", ["Diagnostics", "Guide", "GuideFixtures"]),
    tests("Exports", ["Text", "Guide", "Matrix", "Compression"]),
    tests("Commands", ["GuideFixtures"], exclude: ["Fixtures"]),
    tests("Mustache"),
    tests("Changes"),
    tests("Compression"),
    tests("Publishing"),
    .testTarget(
      name: "ServingTests", dependencies: ["TestSupport"], swiftSettings: strict),
    tests("Watching"),
    tests("HTTPServer"),
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
