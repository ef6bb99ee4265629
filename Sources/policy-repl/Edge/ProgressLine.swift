import LineEditor
import PolicyCore
import Synchronization

/// How far a run has come and how long it will take, on one line of standard error.
///
/// It shows on a terminal only, and only for what takes more than half a second.
final class ProgressLine: Sendable {
  private struct State {
    var start = ContinuousClock.now
    var fraction = 0.0
    var shown = ""
    var nextUpdate: Duration = .milliseconds(500)

    /// Takes the line away.
    mutating func clear() {
      if !shown.isEmpty { _ = Descriptor.write("\r\u{1B}[K", to: 2) }
      self = State()
    }
  }

  private let state = Mutex(State())
  private let isShown: Bool
  private let language: OutputLanguage

  init(console: Console) {
    isShown = !console.isQuiet && Terminal.isTerminal(2)
    language = console.language
  }

  /// Called now and then, on any thread.
  func update(_ progress: RunProgress) {
    guard isShown else { return }
    state.withLock { state in
      // Less than before: another question has begun.
      if progress.fraction < state.fraction { state.clear() }
      state.fraction = progress.fraction
      let elapsed = state.start.duration(to: .now)
      guard elapsed >= state.nextUpdate else { return }
      state.nextUpdate = elapsed + .milliseconds(100)
      let text = Self.text(progress, elapsed: elapsed, language: language)
      guard text != state.shown else { return }
      state.shown = text
      _ = Descriptor.write("\r\u{1B}[K" + text, to: 2)
    }
  }

  /// Takes the line away, until the next run.
  func finish() { state.withLock { $0.clear() } }

  static func text(_ progress: RunProgress, elapsed: Duration, language: OutputLanguage) -> String {
    let fraction = min(max(progress.fraction, 0), 1)
    let scenarios = progress.scenarios.map { "\($0) " + (language == .nb ? "scenarioer, " : "scenarios, ") }
    let percent = "  " + (scenarios ?? "") + "\(Int(fraction * 100)) %"
    // The first steps, which make the population, say nothing about the rest.
    guard fraction >= 0.02 else { return percent }
    let left = elapsed / fraction * (1 - fraction)
    let seconds = Int((Double(left.components.seconds) + 0.5).rounded(.up))
    return percent + (language == .nb ? ", \(seconds) s igjen" : ", \(seconds) s left")
  }
}
