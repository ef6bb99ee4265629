// swift-tools-version: 6.1
import PackageDescription

// Modules depend in one direction:
//
//   PolicyCore ← PolicyLang ─┐
//        ↑     ← Simulator  ─┼← PolicySession ← policy-repl (terminal, files, signals)
//        └──── PolicyReport ─┘                     ↑
//   Stdlib (generated from stdlib/) ───────────────┤       CLibEdit ← LineEditor ← policy-repl
//   ErrorPages, TutorialPages (from docs/) ────────┘
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

    // The prelude, the data, the pages of messages and the tutorial, embedded in the binary by the plugin.
    .executableTarget(name: "embed-files"),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    .target(name: "Stdlib", path: "stdlib", plugins: ["EmbedFiles"]),
    .target(name: "ErrorPages", plugins: ["EmbedFiles"]),
    .target(name: "TutorialPages", plugins: ["EmbedFiles"]),

    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(name: "LineEditor", dependencies: ["CLibEdit"]),
    .executableTarget(
      name: "policy-repl",
      dependencies: [
        "PolicyCore", "PolicyLang", "PolicyReport", "PolicySession", "Simulator", "Stdlib", "ErrorPages",
        "TutorialPages", "LineEditor",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "policy-bench", dependencies: ["PolicyCore", "PolicyLang", "PolicySession", "Simulator", "Stdlib"],
      path: "Benchmarks/policy-bench"),

    .testTarget(name: "PolicyCoreTests", dependencies: ["PolicyCore"]),
    .testTarget(name: "PolicyLangTests", dependencies: ["PolicyCore", "PolicyLang", "Stdlib"]),
    .testTarget(
      name: "SimulatorTests", dependencies: ["PolicyCore", "PolicyLang", "PolicySession", "Simulator", "Stdlib"]),
    .testTarget(name: "FuzzTests", dependencies: ["PolicyCore", "PolicyLang", "PolicySession", "Stdlib"]),
    .testTarget(name: "PolicyReportTests", dependencies: ["PolicyCore", "PolicyReport", "Simulator"]),
    .testTarget(
      name: "PolicySessionTests", dependencies: ["PolicyCore", "PolicyLang", "PolicySession", "Simulator", "Stdlib"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["policy-repl", "LineEditor", "Stdlib"], exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
