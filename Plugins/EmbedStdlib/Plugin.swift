import Foundation
import PackagePlugin

/// Writes the files of the standard library into one Swift source, whenever one of them changes.
@main struct EmbedStdlibPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let embedded = module.sourceFiles.map(\.url).filter { ["policy", "csv"].contains($0.pathExtension) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding stdlib",
        executable: try context.tool(named: "embed-stdlib").url,
        arguments: [output.path, module.directoryURL.path] + embedded.map(\.path),
        inputFiles: embedded,
        outputFiles: [output])
    ]
  }
}
