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
    floor("Diagnostics", []),
    floor("Typesetting", []),
    floor("Highlighting", []),
    floor("Templating", ["Diagnostics", "CTheme"]),
    // Floor 2: the document model.
    floor("Manuscript", ["Diagnostics", "Highlighting"]),
    // Floor 3: five siblings.
    floor(
      "Reader",
      ["Manuscript", "Highlighting", "Diagnostics", "CCmarkGFM", "CLibXML2", "CLibYAML"]),
    floor("Binding", ["Manuscript", "Diagnostics"]),
    floor(
      "SiteEdition", ["Manuscript", "Typesetting", "Templating", "Highlighting", "Diagnostics"]),
    floor(
      "MiniProgramEdition",
      ["Manuscript", "Typesetting", "Templating", "Highlighting", "Diagnostics"]),
    floor("MiniProgramRules", ["Manuscript", "Diagnostics"]),
    // Floor 4: one build.
    floor(
      "Pressroom",
      [
        "Diagnostics", "Typesetting", "Templating", "Manuscript", "Reader", "Binding", "SiteEdition",
        "MiniProgramEdition", "MiniProgramRules", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    // Floor 6: the command line.
    .executableTarget(
      name: "offprint",
      dependencies: [
        "CAllocator", "Diagnostics", "Manuscript", "MiniProgramEdition", "Pressroom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Tests.
    .target(name: "TestSupport", dependencies: ["Manuscript"], path: "Tests/Support", swiftSettings: strict),
    tests("Diagnostics", []),
    tests("Typesetting", []),
    tests("Highlighting", []),
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
}
