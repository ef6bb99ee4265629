import PolicyCore
import PolicyLang
import PolicySession

/// What commands work with: the library, and sessions whose engine is made at the first question.
struct Workplace {
  let library: Library
  let console: Console
  let fitted: [String: FittedValue]

  init(_ options: SharedOptions, console: Console) throws {
    library = try Library(folder: options.library)
    self.console = console
    fitted = try library.fittedValues()
  }

  func session(size: RunSize) -> Session {
    Session(loader: library, moduleNames: library.moduleNames, fitted: fitted, size: size) { [library] catalogue in
      try library.engine(for: catalogue)
    }
  }
}
