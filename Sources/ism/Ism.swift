import ArgumentParser

/// The program: looks names up in any script and spelling.
@main struct Ism: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ism",
    abstract: "Find who or what a name means, in any script and spelling.",
    discussion: """
      Examples:
        ism lookup "Jeish el-Ezzah"
        ism lookup "جيش العزة" --all-names
        cut -f2 names.tsv | ism lookup - --format tsv
        ism normalize "Tajamu' al-'Izza"
        ism romanize --scheme ala-lc "هيئة تحرير الشام"
        ism parse "الشيخ أحمد ياسين"
        ism compile people.tsv --output people.ism
        ism lookup --lexicon people.ism "Mohd Ali"

      Exit status: 0 found or done, 1 nothing found, 2 wrong use or failure.
      """,
    version: programVersion,
    subcommands: [
      Lookup.self, Search.self, Complete.self, Compare.self, Screen.self, Romanize.self, Arabize.self,
      Normalize.self,
      Variants.self, Parse.self, Compile.self, Check.self, Verify.self, Stats.self, Serve.self, Train.self,
      Evaluate.self,
    ])

  /// Runs the program and maps failures to exit code 2.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      finish(error)
    }
  }

  private static func finish(_ error: any Error) -> Never {
    Output.flush()
    if let code = error as? ExitCode { exit(withError: code) }
    let status = exitCode(for: error)
    // Help and version are asked for, and are no failure.
    if status.isSuccess { exit(withError: error) }
    if let failure = error as? Failure {
      Output.complain(failure.description)
    } else {
      // One line: the usage is a command away.
      let line = message(for: error).split(separator: "\n").first.map(String.init) ?? "wrong use"
      Output.complain(line + " (see 'ism help', 'ism help COMMAND')")
    }
    exit(withError: ExitCode(2))
  }
}

/// The version that `ism --version` prints; a release changes it together with `CHANGELOG.md`.
let programVersion = "0.1.0"

/// A failure in one line for a person; the program ends with exit code 2.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
