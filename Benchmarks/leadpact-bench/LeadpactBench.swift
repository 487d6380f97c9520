import ArgumentParser

/// What the benchmarks need beside the program itself: data to measure it on.
@main struct LeadpactBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadpact-bench",
    abstract: "Makes the data that leadpact and its peers are measured on.",
    subcommands: [Generate.self]
  )
}
