/// The pages of everything that can be wrong, from `docs/errors`, embedded in the program when it is built.
public enum ErrorPages {
  /// The ids of all pages, sorted.
  public static var ids: [String] {
    embeddedFiles.map(\.path).filter { $0 != "README.md" }.map { String($0.dropLast(3)) }
  }

  /// The page of an id as Markdown, without a copy; `nil` when there is none.
  public static func text(_ id: String) -> String? {
    id == "README" ? nil : embeddedFiles.first { $0.path == "\(id).md" }?.text
  }
}
