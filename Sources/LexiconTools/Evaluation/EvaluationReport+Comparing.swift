extension EvaluationReport {
  /// What candidates miss.
  var candidateTable: String {
    var table = MarkdownTable([
      "file", "direction", "system", "candidates", "queries", "found first", "with a match",
      "found first of these", "scan right", "search right of these",
    ])
    for section in candidates {
      let figures = section.figures
      table.add(
        [section.file, section.direction.rawValue, section.system, "\(section.candidates)"]
          + ["\(figures.first.count)", percent(figures.first.share)]
          + ["\(figures.same.count)", percent(figures.same.share)]
          + ["\(figures.right.count)", percent(figures.right.share)])
    }
    return """
      ## Candidates beside a full scan

      How often search finds first what comparing with every name finds first, for all queries and for those whose first
      name is a match at the default threshold; and how often its first is right where that of the scan is.


      """ + table.text
  }

  /// Labelled pairs.
  var comparisonTable: String {
    var table = MarkdownTable([
      "file", "system", "pairs", "same", "left out", "at", "F1", "precision", "recall", "threshold",
    ])
    for section in comparison {
      let figures = section.figures
      let start = [section.file, section.system, "\(figures.pairs)", "\(figures.same)", "\(figures.leftOut)"]
      if let own = figures.own { table.add(start + ["default threshold"] + columns(of: own)) }
      if let best = figures.best { table.add(start + ["best threshold"] + columns(of: best)) }
    }
    return """
      ## Labelled pairs

      Pairs that are labelled both as the same and as different names are left out.


      """ + table.text
  }

  /// Different names that share a common word.
  var commonWordTable: String {
    var table = MarkdownTable(["file", "scripts", "system", "pairs", "judged the same", "rightly not"])
    for section in commonWords {
      let figures = section.figures
      table.add(
        [section.file, section.direction.rawValue, section.system, "\(figures.count)"]
          + ["\(figures.count - figures.correct)", percent(figures.share)])
    }
    return """
      ## Different names with a common word

      Names of different entities that share a word which at least five entities of the file have, compared at the default
      threshold.


      """ + table.text
  }
}
