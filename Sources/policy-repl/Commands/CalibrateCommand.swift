import ArgumentParser
import PolicyCore
import PolicyReport

/// `calibrate`: fits the free parameters from scratch.
struct CalibrateCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate", abstract: "Fits the free parameters to the report from scratch; takes minutes.")

  /// The whole population; what the shipped values were fitted with.
  static let standard = RunSize(persons: 400_000, replicates: 1)

  @Option(
    help: ArgumentHelp(
      "Write the values as data/fitted.csv holds them, and their covariance beside them (_covariance.csv).",
      valueName: "file"))
  var out: String?

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let file = try out.map { try OutputFile($0) }
    let covarianceFile = try out.map { try OutputFile(Self.covariancePath($0)) }
    let prelude = try Prelude(workplace)
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    let report = try workplace.library.engine(for: prelude.catalogue).calibrate(
      baseline: prelude.baseline, size: sizes.size(standard: Self.standard), cancellation: Interrupts.cancellation
    ) { fraction, _ in
      progress.update(RunProgress(fraction: fraction))
    }
    progress.finish()
    let table = CalibrationTable(report, style: console.outputStyle)
    try console.print(table.text)
    try file?.write(table.csv)
    try covarianceFile?.write(table.covarianceCSV)
  }

  /// `data/fitted_covariance.csv` beside `data/fitted.csv`.
  private static func covariancePath(_ path: String) -> String {
    (path.hasSuffix(".csv") ? String(path.dropLast(4)) : path) + "_covariance.csv"
  }
}
