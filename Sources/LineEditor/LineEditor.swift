import CLibEdit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A line editor on a terminal: history, search, completion, pasted and recalled blocks.
public final class LineEditor: LineSource {
  /// Answers what may follow at a byte offset of a text.
  public typealias Completer = (_ text: String, _ cursor: Int) -> CompletionList

  let complete: Completer
  let prompts: PromptStyle
  let historyFile: HistoryFile?
  let editor: OpaquePointer
  let history: OpaquePointer?
  /// libedit asks for the prompt again and again, and keeps no copy.
  private(set) var promptText: UnsafeMutablePointer<CChar>?
  private(set) var textBefore = ""
  /// The signal that ended the reading of a line.
  var endingSignal: Int32?
  private let streams: [UnsafeMutablePointer<FILE>]

  /// An editor on the standard streams; `nil` where the terminal or libedit refuses.
  public init?(prompts: PromptStyle, historyFile: HistoryFile?, complete: @escaping Completer) {
    Terminal.useUTF8()
    // The standard streams are mutable globals; these have the same descriptors.
    let descriptors: [(number: Int32, mode: String)] = [(0, "r"), (1, "w"), (2, "w")]
    let streams = descriptors.compactMap { fdopen(dup($0.number), $0.mode) }
    guard streams.count == 3, let editor = el_init("policy-repl", streams[0], streams[1], streams[2]) else {
      return nil
    }
    self.streams = streams
    self.editor = editor
    self.prompts = prompts
    self.historyFile = historyFile
    self.complete = complete
    history = history_init()
    cle_history_prepare(history, HistoryFile.entryLimit)
    historyFile?.load(into: history)
    cle_set_object(editor, Unmanaged.passUnretained(self).toOpaque())
    cle_set_prompt(editor) { LineEditor.object(of: $0)?.promptText }
    cle_set_history(editor, history)
    cle_use_emacs_keys(editor)
    cle_leave_signals_alone(editor)
    cle_set_reader(editor, readCharacter)
    addCommands()
    // Last, so that the user's own keys win.
    el_source(editor, nil)
  }

  deinit {
    el_end(editor)
    history_end(history)
    for stream in streams { fclose(stream) }
    free(promptText)
  }

  public func readLine(prompt: Prompt, before: String) -> LineInput {
    show(prompt)
    textBefore = before
    endingSignal = nil
    var watch = SignalWatch()
    watch.start()
    // Before the prompt shows: what is typed in between would be taken as a line of the terminal's own, Ctrl-D be lost.
    cle_prepare_terminal(editor, 1)
    Terminal.write(bracketedPaste(true))
    var count: Int32 = 0
    let line = el_gets(editor, &count)
    Terminal.write(bracketedPaste(false))
    watch.stop()
    if let line, count > 0 {
      let bytes = UnsafeRawBufferPointer(start: line, count: Int(count))
      return .text(String(decoding: bytes, as: UTF8.self).withoutLastNewline)
    }
    return ending()
  }

  public func remember(_ block: String) {
    let entry = block.withoutLastNewline
    cle_history_add(history, entry)
    historyFile?.append(entry)
  }

  static func object(of editor: OpaquePointer?) -> LineEditor? {
    cle_object(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  private func ending() -> LineInput {
    switch endingSignal {
    case nil:
      Terminal.write("\n")
      return .endOfInput
    case SIGINT:
      el_reset(editor)
      Terminal.write("^C\n")
      return .interrupted
    case .some(let signal):
      // The terminal is as it was found: what the signal means can happen now.
      raise(signal)
      return .endOfInput
    }
  }

  private func show(_ prompt: Prompt) {
    free(promptText)
    let text = prompts.text(prompt)
    // The closing mark may not be the prompt's last character, so that the blank stands outside of the colour.
    promptText = strdup(
      prompts.isColored ? "\u{1}\u{1B}[1;32m\u{1}" + text.trimmedAtEnd + "\u{1}\u{1B}[0m\u{1} " : text)
  }

  private func bracketedPaste(_ isOn: Bool) -> String { "\u{1B}[?2004" + (isOn ? "h" : "l") }
}

extension String {
  var withoutLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
