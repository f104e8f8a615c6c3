// swift-tools-version: 6.2
import PackageDescription

// Floors, from the ground up; a target may import only floors below its own (content/docs/architecture.md).
// The compiler guards this: `swift build --explicit-target-dependency-import-check error`.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A sixth less program, and as much less memory when it starts: nothing is exported that nobody imports (which also lets
/// the linker drop what nothing calls), equal functions stand once, relocations are packed (glibc 2.36, Debian 12).
let lean: LinkerSetting = .unsafeFlags(
  ["-use-ld=lld"]
    + ["--no-export-dynamic", "--icf=safe", "-z", "pack-relative-relocs"].flatMap { ["-Xlinker", $0] },
  .when(platforms: [.linux], configuration: .release))

func floor(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "offprint",
  products: [.executable(name: "offprint", targets: ["offprint"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-nio-http2", exact: "1.46.0"),
    .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // System libraries, seen by Reader alone.
    .systemLibrary(
      name: "CCmarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Floor 1: the ground.
    .target(name: "CTheme", exclude: ["site", "miniprogram", "preview", "search", "tokens.txt"]),
    .target(
      name: "CAllocator",
      linkerSettings: [.linkedLibrary("jemalloc", .when(platforms: [.linux]))]),
    .target(name: "CPreview", exclude: ["phone"]),
    floor("Diagnostics", []),
    floor("Typesetting", []),
    floor("Highlighting", []),
    floor("Mathematics", []),
    floor("Templating", ["Diagnostics", "CTheme"]),
    // Floor 2: the document model.
    floor("Manuscript", ["Diagnostics", "Highlighting"]),
    // Floor 3: five siblings.
    floor(
      "Reader",
      ["Manuscript", "Highlighting", "Mathematics", "Diagnostics", "CCmarkGFM", "CLibXML2", "CLibYAML"]),
    floor("Binding", ["Manuscript", "Diagnostics"]),
    floor(
      "SiteEdition", ["Manuscript", "Typesetting", "Templating", "Highlighting", "Mathematics", "Diagnostics"]),
    floor(
      "MiniProgramEdition",
      ["Manuscript", "Typesetting", "Templating", "Highlighting", "Mathematics", "Diagnostics"]),
    floor("MiniProgramRules", ["Manuscript", "Diagnostics"]),
    // Floor 4: one build.
    floor(
      "Pressroom",
      [
        "Diagnostics", "Typesetting", "Templating", "Manuscript", "Reader", "Binding", "SiteEdition",
        "MiniProgramEdition", "MiniProgramRules", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    // Floor 5: the preview.
    floor(
      "Preview",
      [
        "Diagnostics", "CPreview", "CTheme", "Manuscript", "Pressroom",
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOHTTP2", package: "swift-nio-http2"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"), .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOHPACK", package: "swift-nio-http2"),
        .product(name: "X509", package: "swift-certificates"), .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Floor 6: the command line.
    .executableTarget(
      name: "offprint",
      dependencies: [
        "CAllocator", "Diagnostics", "Manuscript", "MiniProgramEdition", "Pressroom", "Preview",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: [lean]),
    // Tests.
    .target(
      name: "TestSupport",
      dependencies: [
        "Manuscript", "Preview", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/Support", swiftSettings: strict),
    tests("Diagnostics", []),
    tests("Typesetting", []),
    tests("Highlighting", []),
    tests("Mathematics", []),
    tests("Templating", ["Diagnostics"]),
    tests("Manuscript", ["Diagnostics", "Highlighting"]),
    tests("Reader", ["Manuscript", "Diagnostics", "Highlighting", "CCmarkGFM"]),
    tests("Binding", ["Manuscript", "Diagnostics"]),
    tests(
      "SiteEdition",
      ["Manuscript", "Reader", "Binding", "Typesetting", "Templating", "Highlighting", "Diagnostics"]),
    tests("MiniProgramEdition", ["Templating", "Manuscript", "Reader", "Binding", "Typesetting", "Diagnostics"]),
    tests("MiniProgramRules", ["Diagnostics", "Manuscript"]),
    tests("Pressroom", ["Binding", "Diagnostics", "Manuscript"]),
    tests(
      "Preview",
      [
        "Diagnostics", .product(name: "X509", package: "swift-certificates"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOCore", package: "swift-nio"),
      ]),
    // The program itself, run as users run it, and the parts of it that can be called alone.
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "offprint", "Diagnostics", "Manuscript", "Pressroom", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// Exists only where libFuzzer is linked (`make fuzz`).
if Context.environment["OFFPRINT_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "FuzzReader", dependencies: ["Diagnostics", "Manuscript", "Reader"], path: "Tests/Fuzzers/Reader"))
  package.targets.append(
    .executableTarget(name: "FuzzPreview", dependencies: ["TestSupport"], path: "Tests/Fuzzers/Preview"))
}
