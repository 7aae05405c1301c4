import ArabicText
import NameSearch

/// What the commands do with names, over HTTP.
extension NameOperation {
  static let all = [lookup, search, complete, compare, normalize, romanize, arabize, variants, parse]

  private static let limit = Parameter.integer("limit", 1...1000, 10, "the most matches of one name")
  private static let allNames = Parameter.flag("allNames", "give all names of each entity")

  static let lookup = NameOperation(
    path: "/lookup", summary: "The entities that have a name, in any spelling of it",
    item: .text("name", many: "names"), parameters: [limit, allNames], schema: "LookupAnswer"
  ) { values in
    let (limit, allNames) = (try values.integer("limit"), try values.flag("allNames"))
    return { item, lexicon in
      let list = lexicon.lexicons.matches(for: Query(item[0]), limit: limit)
      return LookupAnswer(item[0], list, lexicon, allNames: allNames, explains: false)
    }
  }

  static let search = NameOperation(
    path: "/search", summary: "The entities that a name may mean, the likeliest first",
    item: .text("name", many: "names"),
    parameters: [
      limit, .number("minScore", 0...1, RankingPolicy.leastAnswer, "leave out matches with a lower score"),
      .list("kind", "find only entities of this kind"),
      .flag("explain", "say what stands for what and what is left over"), allNames,
    ], schema: "LookupAnswer"
  ) { values in
    var options = SearchOptions()
    options.limit = try values.integer("limit")
    options.minimumScore = try values.number("minScore")
    options.kinds = Set(try values.list("kind"))
    options.explains = try values.flag("explain")
    let allNames = try values.flag("allNames")
    return { [options] item, lexicon in
      let list = lexicon.lexicons.search(Query(item[0]), options)
      return LookupAnswer(item[0], list, lexicon, allNames: allNames, explains: options.explains)
    }
  }

  static let complete = NameOperation(
    path: "/complete", summary: "The entities with a name that goes on from what was typed",
    item: .text("text", many: "texts"),
    parameters: [.integer("limit", 1...1000, 10, "the most completions of one text")],
    schema: "CompleteAnswer"
  ) { values in
    let limit = try values.integer("limit")
    return { item, lexicon in
      CompleteAnswer(query: item[0], lexicon.lexicons.completions(for: Query(item[0]), limit: limit))
    }
  }

  static let compare = NameOperation(
    path: "/compare", summary: "Whether two names are the same name, and why", item: .pair, parameters: [],
    schema: "CompareAnswer"
  ) { _ in
    { item, lexicon in CompareAnswer(lexicon.lexicons.compare(item[0], item[1])) }
  }

  static let normalize = NameOperation(
    path: "/normalize", summary: "A name in any spelling in a standard form",
    item: .text("text", many: "texts"),
    parameters: [.choice("scheme", writableSchemes, "ala-lc", "the scheme of the standard form")],
    schema: "NormalizeAnswer"
  ) { values in
    let scheme = try Scheme.named(try values.choice("scheme"))
    return { item, lexicon in
      NormalizeAnswer(
        input: item[0], scheme: scheme.identifier, lexicon.writer.normalize(item[0], scheme: scheme))
    }
  }

  static let romanize = NameOperation(
    path: "/romanize", summary: "Arabic text in Latin letters", item: .text("text", many: "texts"),
    parameters: [
      .choice("scheme", writableSchemes, NameWriter.everydayScheme, "the romanization scheme"), best,
    ],
    schema: "WrittenAnswer"
  ) { values in
    let scheme = try Scheme.named(try values.choice("scheme"))
    let best = try values.integer("best")
    return { item, lexicon in
      WrittenAnswer(input: item[0], lexicon.writer.romanize(item[0], scheme: scheme, best: best))
    }
  }

  static let arabize = NameOperation(
    path: "/arabize", summary: "Latin text in Arabic letters", item: .text("text", many: "texts"),
    parameters: [
      .choice("scheme", ["auto"] + Scheme.identifiers, "auto", "how the text is spelled"), best,
      .flag("vowels", "write vowel marks"),
    ], schema: "WrittenAnswer"
  ) { values in
    let name = try values.choice("scheme")
    let scheme = name == "auto" ? nil : try Scheme.named(name)
    let (best, vowels) = (try values.integer("best"), try values.flag("vowels"))
    return { item, lexicon in
      WrittenAnswer(
        input: item[0], lexicon.writer.arabize(item[0], scheme: scheme, best: best, vowels: vowels))
    }
  }

  static let variants = NameOperation(
    path: "/variants", summary: "The spellings under which a name may be found elsewhere",
    item: .text("name", many: "names"),
    parameters: [
      .choice("script", ["all", "arabic", "latin"], "all", "the script of the spellings"),
      .integer("limit", 1...1000, 20, "the most spellings of one name"),
    ], schema: "VariantsAnswer"
  ) { values in
    let script = WritingSystem(rawValue: try values.choice("script"))
    let limit = try values.integer("limit")
    return { item, lexicon in
      VariantsAnswer(input: item[0], lexicon.writer.variants(of: item[0], script: script, limit: limit))
    }
  }

  static let parse = NameOperation(
    path: "/parse", summary: "The parts of a name", item: .text("name", many: "names"), parameters: [],
    schema: "ParseAnswer"
  ) { _ in
    { item, _ in ParseAnswer(input: item[0], parts: NamePart.parts(of: item[0])) }
  }

  private static let best = Parameter.integer("best", 1...20, 1, "the most ways to write one text")

  /// The schemes that write; others only say how to read.
  static let writableSchemes = Scheme.identifiers.filter { (try? Scheme.named($0))?.kind != .reading }
}

extension LookupAnswer {
  fileprivate init(
    _ query: String, _ list: MatchList, _ lexicon: LoadedLexicon, allNames: Bool, explains: Bool
  ) {
    let matches = list.matches.map { match in
      MatchAnswer(
        match, allNames: allNames ? lexicon.lexicons.names(of: match) : nil, explains: explains)
    }
    self.init(query: query, matches: matches, isCut: list.isCut)
  }
}
