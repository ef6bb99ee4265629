/// The steps of the tutorial, from `docs/tutorial`, embedded in the program when it is built.
public enum TutorialPages {
  /// How many steps there are.
  public static var count: Int { steps.count }

  /// A step from 1 as Markdown, without a copy; `nil` when there is none.
  public static func step(_ number: Int) -> String? {
    (1...count).contains(number) ? steps[number - 1].text : nil
  }

  /// The page that lists the steps.
  public static var index: String { embeddedFiles.first { $0.path == "README.md" }?.text ?? "" }

  private static var steps: [(path: String, text: String)] { embeddedFiles.filter { $0.path.first?.isNumber == true } }
}
