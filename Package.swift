// swift-tools-version: 6.1
import PackageDescription

// Modules depend in one direction:
//
//   PolicyCore ← PolicyLang ─┐
//        ↑     ← Simulator  ─┼← PolicySession ← policy-repl (terminal, files, signals)
//        └──── PolicyReport ─┘                     ↑
//   Stdlib (generated from stdlib/) ───────────────┘       CLibEdit ← LineEditor ← policy-repl
let package = Package(
  name: "policy-repl",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "policy-repl", targets: ["policy-repl"]),
    .library(name: "PolicySession", targets: ["PolicySession"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "PolicyCore"),
    .target(name: "PolicyLang", dependencies: ["PolicyCore"]),
    .target(name: "Simulator", dependencies: ["PolicyCore"]),
    .target(name: "PolicyReport", dependencies: ["PolicyCore"]),
    .target(name: "PolicySession", dependencies: ["PolicyCore", "PolicyLang", "Simulator"]),

    // The prelude and the data, embedded in the binary by the plugin.
    .executableTarget(name: "embed-stdlib"),
    .plugin(name: "EmbedStdlib", capability: .buildTool(), dependencies: ["embed-stdlib"]),
    .target(name: "Stdlib", path: "stdlib", plugins: ["EmbedStdlib"]),

    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(name: "LineEditor", dependencies: ["CLibEdit"]),
    .executableTarget(
      name: "policy-repl",
      dependencies: [
        "PolicyCore", "PolicyLang", "PolicyReport", "PolicySession", "Simulator", "Stdlib", "LineEditor",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "policy-bench", dependencies: ["PolicyCore", "PolicyLang", "PolicySession", "Simulator", "Stdlib"],
      path: "Benchmarks/policy-bench"),

    .testTarget(name: "PolicyCoreTests", dependencies: ["PolicyCore"]),
    .testTarget(name: "PolicyLangTests", dependencies: ["PolicyCore", "PolicyLang", "Stdlib"]),
    .testTarget(
      name: "SimulatorTests", dependencies: ["PolicyCore", "PolicyLang", "PolicySession", "Simulator", "Stdlib"]),
    .testTarget(name: "PolicyReportTests", dependencies: ["PolicyCore", "PolicyReport", "Simulator"]),
    .testTarget(
      name: "PolicySessionTests", dependencies: ["PolicyCore", "PolicyLang", "PolicySession", "Simulator", "Stdlib"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["policy-repl", "LineEditor", "Stdlib"], exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
