import CLibEdit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension LineEditor {
  /// The next byte that is typed; `nil` at the end of the input or for a signal that ends the line.
  func readByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      while let signal = SignalWatch.next() {
        guard handle(signal) else { return nil }
      }
      let count = read(0, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// Whether more was sent than has been read.
  func inputIsWaiting() -> Bool {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) == 1
  }

  /// Acts on a signal; false when it ends the line.
  private func handle(_ signal: Int32) -> Bool {
    switch signal {
    case SIGWINCH: el_resize(editor)
    case SIGTSTP: suspend()
    default:
      endingSignal = signal
      return false
    }
    return true
  }

  /// Leaves the terminal to the shell until we are continued.
  private func suspend() {
    cle_prepare_terminal(editor, 0)
    raise(SIGSTOP)
    cle_prepare_terminal(editor, 1)
    el_resize(editor)
    cle_refresh(editor)
  }
}

/// Reads one character for libedit: 1 when there is one, 0 at the end, −1 for a signal.
func readCharacter(_ editor: OpaquePointer?, _ character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
  guard let object = LineEditor.object(of: editor), let character else { return 0 }
  while let first = object.readByte() {
    var bytes = [first]
    for _ in 1..<max(1, min((~first).leadingZeroBitCount, 4)) {
      guard let next = object.readByte() else { return object.endingSignal == nil ? 0 : -1 }
      bytes.append(next)
    }
    // What is no UTF-8 is nothing that was typed.
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else { continue }
    character.pointee = wchar_t(scalar.value)
    return 1
  }
  return object.endingSignal == nil ? 0 : -1
}
