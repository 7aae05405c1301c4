extension EvaluationReport {
  /// The report as a page of tables, for people; shares in percent.
  ///
  /// Parts without a row are left out. The page ends with a line break.
  package func markdown() -> String {
    var page = "# Results\n"
    if !date.isEmpty { page += "\nMeasured on \(date)" + (command.isEmpty ? ".\n" : " with:\n") }
    if !command.isEmpty { page += "\n```\n\(command)\n```\n" }
    page += """

      *Seen* are pairs that the training files have too, but for marks, case and hamza seats; in catalogues, words whose
      Arabic spelling they have. *Unseen* are the others. Shares are in percent.

      """
    if !generation.isEmpty { page += "\n" + generationTables }
    if !catalogue.isEmpty { page += "\n" + catalogueTables }
    if !schemes.isEmpty { page += "\n" + schemeTables }
    if !retrieval.isEmpty { page += "\n" + retrievalTables }
    if !candidates.isEmpty { page += "\n" + candidateTable }
    if !comparison.isEmpty { page += "\n" + comparisonTable }
    if !commonWords.isEmpty { page += "\n" + commonWordTable }
    let reliability = reliabilityTables
    if !reliability.isEmpty { page += "\n" + reliability }
    return page
  }

  private var generationTables: String {
    var table = MarkdownTable([
      "file", "direction", "system", "form", "part", "pairs", "1-best", "5-best", "10-best", "CER",
    ])
    for section in generation {
      let classes = section.figures.classes.sorted { $0.key < $1.key }.map { ("class \($0.key)", $0.value) }
      for (name, part) in section.figures.parts.named + classes where part.count > 0 {
        table.add(
          [section.file, section.direction.rawValue, section.system, section.form.rawValue, name]
            + ["\(part.count)", percent(part.accuracy(best: 1)), percent(part.accuracy(best: 5))]
            + [percent(part.accuracy(best: 10)), percent(part.characterErrorRate)])
      }
    }
    return "## Words and names, one by one\n\n" + table.text
  }

  private var catalogueTables: String {
    var table = MarkdownTable([
      "file", "system", "form", "part", "words", "words right", "names", "names right",
    ])
    var unseen = MarkdownTable([
      "file", "system", "form", "unseen words", "1-best", "5-best", "10-best", "CER",
    ])
    for section in catalogue {
      let figures = section.figures
      for (name, part) in figures.words.named where part.count > 0 {
        table.add(
          [section.file, section.system, section.form.rawValue, name, "\(part.count)", percent(part.share)]
            + (name == "all" ? ["\(figures.names.count)", percent(figures.names.share)] : ["", ""]))
      }
      table.add(
        [section.file, section.system, section.form.rawValue, "each once, any form"]
          + ["\(figures.distinct.words.count)", percent(figures.distinct.words.share)]
          + ["\(figures.distinct.names.count)", percent(figures.distinct.names.share)])
      for (name, part) in figures.classes.sorted(by: { $0.key < $1.key }) {
        table.add(
          [section.file, section.system, section.form.rawValue, "class \(name)", "\(part.words.count)"]
            + [percent(part.words.share), "\(part.names.count)", percent(part.names.share)])
      }
      let words = figures.unseenWords
      guard words.count > 0 else { continue }
      unseen.add(
        [section.file, section.system, section.form.rawValue, "\(words.count)"]
          + [percent(words.accuracy(best: 1))]
          + [percent(words.accuracy(best: 5)), percent(words.accuracy(best: 10))]
          + [percent(words.characterErrorRate)])
    }
    let title = "## Catalogue names, words in context\n\n"
    return title + table.text + (unseen.isEmpty ? "" : "\nUnseen words without context:\n\n" + unseen.text)
  }

  private var schemeTables: String {
    var table = MarkdownTable(["file", "scheme", "system", "rows", "right", "right but for capitals"])
    for section in schemes {
      table.add(
        [section.file, section.scheme, section.system, "\(section.figures.exact.count)"]
          + [percent(section.figures.exact.share), percent(section.figures.withoutCase.share)])
    }
    return "## Standards, from vocalized Arabic\n\n" + table.text
  }

  private var retrievalTables: String {
    var table = MarkdownTable([
      "file", "direction", "system", "part", "queries", "candidates", "R@1", "R@10", "MRR", "F1", "precision",
      "recall", "threshold",
    ])
    for section in retrieval {
      for (name, part) in section.figures.named where part.count > 0 {
        table.add(
          [section.file, section.direction.rawValue, section.system, name, "\(part.count)"]
            + ["\(section.candidates)", percent(part.recallAt1), percent(part.recallAt10)]
            + [percent(part.meanReciprocalRank)] + columns(of: part.threshold))
      }
    }
    var pooled = MarkdownTable(["system", "queries", "F1", "precision", "recall", "threshold"])
    for threshold in pooledThresholds {
      pooled.add([threshold.system, "\(threshold.queries)"] + columns(of: threshold.figures))
    }
    let isWithin = retrieval.contains { $0.direction == .withinArabic || $0.direction == .withinLatin }
    let title = "## Finding a name in \(isWithin ? "the other script and its own" : "the other script")\n\n"
    return title + table.text
      + (pooled.isEmpty ? "" : "\nOne threshold over all files and directions:\n\n" + pooled.text)
  }

  func columns(of figures: ThresholdFigures?) -> [String] {
    guard let figures else { return ["", "", "", ""] }
    let threshold = decimal(figures.threshold, digits: 3)
    return [percent(figures.f1), percent(figures.precision), percent(figures.recall), threshold]
  }

  private var reliabilityTables: String {
    let lists =
      generation.map { ($0.file, $0.direction.rawValue, $0.system, Optional($0.figures.reliability)) }
      + retrieval.map { ($0.file, $0.direction.rawValue, $0.system, $0.reliability) }
      + pooledThresholds.map { ("all searches", "", $0.system, $0.reliability) }
    var totals = MarkdownTable(["file", "direction", "system", "answers", "ECE", "Brier"])
    var bins = MarkdownTable(
      ["file", "direction", "system"] + (0..<10).map { "0.\($0)–" + ($0 == 9 ? "1" : "0.\($0 + 1)") })
    for (file, direction, system, reliability) in lists {
      guard let reliability, reliability.count > 0 else { continue }
      let place = [file, direction, system]
      totals.add(
        place + ["\(reliability.count)", decimal(reliability.expectedCalibrationError ?? 0, digits: 3)]
          + [decimal(reliability.brierScore ?? 0, digits: 3)])
      bins.add(
        place + reliability.bins.map { $0.count > 0 ? "\(percent($0.shareCorrect)) of \($0.count)" : "" })
    }
    guard !totals.isEmpty else { return "" }
    return "## Reliability of probabilities\n\n" + totals.text
      + "\nShare of correct answers by the probability that they were given with:\n\n" + bins.text
  }
}
