/// Times the engine and says how it compares; `bin/bench` builds what it needs.
@main
struct Bench {
  static func main() throws {
    // Set by bin/bench, which compiles the reference.
    let reference = environment("POLICY_BENCH_REFERENCE")
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "workload": try WorkloadBench(reference: reference).run()
    case "table": try WorkloadBench.printTable(arguments.dropFirst().first == "reform" ? .reform : .base)
    case "model": try ModelBench().run()
    case "luck":
      LuckBench().run()
      try ModelBench().luck()
    case nil:
      try WorkloadBench(reference: reference).run()
      try ModelBench().run()
    default:
      print(
        """
        usage: bin/bench [workload | table [base | reform] | model | luck]
          workload  the benchmark workload by every kind of draws, beside the same in C
          table     the workload's table by year and sex, month-keyed
          model     the shipped model: time and memory of the baseline
          luck      how well two scenarios share luck: paired differences and persons moved the wrong way
        """)
    }
  }
}
