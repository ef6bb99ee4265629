import PolicyCore
import PolicyLang
import Simulator

extension Session {
  /// A session that simulates with a library of modules and data: what another program starts from.
  ///
  /// ```swift
  /// import PolicySession
  /// import Stdlib
  ///
  /// var session = try Session(library: Stdlib.text)
  /// session.evaluate("use introduction_programme")
  /// session.evaluate("compare baseline over 9 years show employed") { output in … }
  /// ```
  ///
  /// - Parameters:
  ///   - library: The text of a file of the library by its path; `Stdlib.text` is the one that ships.
  ///   - size: How much is simulated for a question.
  /// - Throws: `FittedValues.Malformed`.
  public init(library: @escaping @Sendable (String) -> String?, size: RunSize = .quick) throws {
    let fitted = try FittedValues.parse(library("data/fitted.csv") ?? "")
    self.init(loader: LibraryModules(text: library), fitted: fitted, size: size) { catalogue in
      do {
        return try Engine(data: ModelData(text: library), catalogue: catalogue)
      } catch let error as DataError {
        throw EngineFailure(Label(nb: error.description, en: error.description))
      }
    }
  }
}

/// The modules of a library, by name; no files beside it.
private struct LibraryModules: ModuleLoader {
  var text: @Sendable (String) -> String?

  func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
    let path = name.hasSuffix(".policy") ? name : name + ".policy"
    return text(path).map { SourceFile(name: "stdlib/\(path)", text: $0) }
  }
}
