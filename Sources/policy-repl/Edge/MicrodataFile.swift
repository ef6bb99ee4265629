import PolicyCore
import PolicyLang
import Simulator

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A table of own persons on disk, read in blocks that a Ctrl-C can come between.
struct MicrodataFile {
  private static let blockSize = 1 << 20

  private let path: String
  private let library: Library
  private let console: Console

  init(_ path: String, library: Library, console: Console) {
    self.path = path
    self.library = library
    self.console = console
  }

  /// Without folders: results and messages carry no path.
  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// - Throws: `Stop` for a table with errors, after these have been shown, or one that cannot be read; `Cancelled`.
  func read() throws -> Microdata {
    let texts = try library.populationTexts()
    let municipalities = try Failing.onData { try Population.municipalities(from: texts) }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0, !InputFile.isFolder(path) else { throw unreadable(descriptor < 0 ? errno : EISDIR) }
    defer { close(descriptor) }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 && status.st_size > 0 ? Int(status.st_size) : nil
    let reader = MicrodataReader(file: path, municipalities: municipalities, expectedBytes: size) { name, candidates in
      Spelling.nearest(to: name, among: candidates)
    }
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
    defer { block.deallocate() }
    var done = 0
    while !reader.isDone {
      if Interrupts.cancellation.isCancelled { throw Cancelled() }
      let count = systemRead(descriptor, block.baseAddress, block.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      let read = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block)[..<count])
      reader.take(read.assumingMemoryBound(to: UInt8.self))
      done += count
      if let size { progress.update(RunProgress(fraction: Double(done) / Double(size))) }
    }
    progress.finish()
    do { return try reader.finish(named: name) } catch {
      console.note(error.first)
      console.note(summary(error)[console.language])
      throw Stop(.source)
    }
  }

  /// How much is wrong, by kind.
  private func summary(_ findings: MicrodataFindings) -> Label {
    func kinds(_ language: OutputLanguage) -> String {
      findings.byKind.map { "  \($0.count)  \($0.kind.label[language])\n" }.joined()
    }
    let shown = findings.first.count
    let isAll = findings.total == shown
    return Label(
      nb: "\(path): \(findings.total) feil\(isAll ? "" : ", de første \(shown) vist"). Ingenting er lest inn.\n"
        + kinds(.nb),
      en: "\(path): \(findings.total) \(findings.total == 1 ? "problem" : "problems")"
        + "\(isAll ? "" : ", the first \(shown) shown"). Nothing was read in.\n" + kinds(.en))
  }

  private func unreadable(_ error: Int32) -> Stop {
    let reason = String(cString: strerror(error))
    return Stop(.source, Label(nb: "\(path) kan ikke leses: \(reason).", en: "\(path) cannot be read: \(reason)."))
  }

  #if canImport(Darwin)
    private let systemRead = Darwin.read
  #else
    private let systemRead = Glibc.read
  #endif
}
