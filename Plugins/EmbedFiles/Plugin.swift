import Foundation
import PackagePlugin

/// Writes text files into one Swift source of a target, whenever one of them changes.
///
/// `Stdlib` embeds the files of its own folder, the others pages of `docs`.
@main struct EmbedFilesPlugin: BuildToolPlugin {
  /// The pages that a target embeds in place of its own files.
  private static let folders = ["ErrorPages": "docs/errors", "TutorialPages": "docs/tutorial"]

  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let (folder, files) =
      try Self.folders[target.name].map { try pages(in: context.package.directoryURL.appending(path: $0)) }
      ?? (module.directoryURL, module.sourceFiles.map(\.url).filter { ["policy", "csv"].contains($0.pathExtension) })
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding files of \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path, folder.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  private func pages(in folder: URL) throws -> (folder: URL, files: [URL]) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    return (folder, names.sorted().map { folder.appending(path: $0) })
  }
}
