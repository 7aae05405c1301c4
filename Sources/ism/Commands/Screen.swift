import ArgumentParser
import LexiconTools
import NameSearch

/// `ism screen`.
struct Screen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Find the hits of a whole list.",
    discussion: """
      Reads CSV, TSV or JSON Lines and writes the same with what was found: every row as it stands, byte for byte, with
      the columns hit_id, hit_kind, hit_caption, hit_score, hit_name, hit_language, hit_role and hit_column behind it, or
      the member hit in JSON Lines. They are empty (null) where nothing was found. The order is that of the list.

      Rows that cannot be read are reported with file and line and copied to the rejects; the rest goes on. A run that
      was interrupted goes on with --resume; OUTPUT.journal says how far it came.

      Examples:
        ism screen customers.csv --column name --output hits.csv
        ism screen people.tsv --column full_name --column alias --all --explain --output hits.tsv --report hits.html
        ism screen staff.csv --column name --country-column nationality --date-column born --bom --output hits.csv
        zcat entities.jsonl.gz | ism screen - --column properties.name --lexicon sanctions.ism --hits-only

      Exit status: 0 when there is a hit, 1 when there is none, 2 for wrong use, failure, or rows that could not be read.
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "List") var list: ScreenListOptions
  @OptionGroup(title: "Hits") var hits: ScreenHitOptions
  @OptionGroup(title: "Output") var output: ScreenOutputOptions
  @Argument(help: ArgumentHelp("The list, or - for standard input.", valueName: "input"), completion: .file())
  var input: String

  func run() throws {
    var settings = ScreenSettings(input: input, columns: list.column, minimumScore: hits.minScore)
    list.apply(to: &settings)
    hits.apply(to: &settings)
    output.apply(to: &settings)
    var screening = Screening(settings, lexicons: try lexicons.open())
    let complaints = Complaints()
    var display = ScreenProgress()
    screening.onProblem = { complaints.add($0) }
    if Output.showsProgress { screening.onProgress = { display.show($0) } }
    if settings.output != "-" {
      Interruption.watch()
      screening.shouldStop = { Interruption.hasHappened }
    }
    let summary: Screening.Summary
    do {
      summary = try screening.run()
    } catch {
      if Output.showsProgress { Output.progress("") }
      throw Failure(error.description)
    }
    if Output.showsProgress { Output.progress("") }
    complaints.finish()
    Output.remark(text(summary, settings))
    if summary.isInterrupted || summary.counts.rejected > 0 { throw ExitCode(2) }
    if summary.counts.hits == 0 { throw ExitCode(1) }
  }

  private func text(_ summary: Screening.Summary, _ settings: ScreenSettings) -> String {
    let counts = summary.counts
    let file = settings.output == "-" ? "ism" : settings.output
    func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
    let hits = counts.hits == 1 ? "1 hit" : "\(counts.hits) hits"
    var text = "\(file): \(hits) in \(counts.found) of \(rows(counts.rows))"
    if counts.nameless > 0 { text += "; \(rows(counts.nameless)) without a name" }
    if counts.rejected > 0 {
      text += "; \(rows(counts.rejected)) could not be read" + (settings.rejects.map { ", see \($0)" } ?? "")
    }
    if counts.cut > 0 {
      text +=
        "; in \(rows(counts.cut)) hits may be missing, as a name is too frequent or too long to compare with all like it"
    }
    if counts.unread > 0 {
      let example = summary.unread.map { " such as '\($0)'" } ?? ""
      text +=
        "; in \(rows(counts.unread)) a country, date or kind\(example) could not be read and was left aside"
    }
    if summary.isInterrupted { text += "; interrupted, --resume goes on" }
    return text
  }
}
