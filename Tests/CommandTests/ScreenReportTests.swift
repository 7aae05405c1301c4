import Testing

/// Reports of `ism screen` for review.
@Suite struct ScreenReportTests {
  private static let list =
    "no,name,note\n1,Nobody,x\n2,Union of Glory,<b>&\"\"'\n3,محمد علي,=1+1\n4,\"Jaysh al-Izza\",\u{202E}txt\n"

  @Test func thePageListsHitsByScore() throws {
    let screen = try ScreenRun()
    try screen.run.write("list.csv", Self.list)
    let result = try screen.screen(
      "list.csv", "--column", "name", "--explain", "--output", "out.csv", "--report", "report.html")
    #expect(result.status == 0)
    let page = String(decoding: try screen.run.bytes("report.html"), as: UTF8.self)
    let scores = page.matches(of: /score">([0-9.]+)</).compactMap { Double($0.output.1) }
    #expect(scores.count == 3)
    #expect(scores == scores.sorted(by: >))
    #expect(page.contains("<span class=\"name\"><bdi>محمد علي</bdi></span>"))
    #expect(page.contains("<bdi>&lt;b&gt;&amp;&quot;&quot;&#39;</bdi>"))
    #expect(page.contains("<bdi>note</bdi>: <bdi>txt</bdi>"))
    #expect(page.contains("3 hits in 3 of 4 rows"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("<b>"))
    // Nothing is loaded from elsewhere.
    #expect(!page.contains("http") && !page.contains("src=") && !page.contains("@import"))
    // Every element that is opened is closed.
    for name in [
      "html", "head", "body", "table", "thead", "tbody", "tr", "td", "th", "span", "bdi", "style", "p",
    ] {
      let opened = page.matches(of: try Regex("<\(name)[ >]")).count
      #expect(opened == page.matches(of: try Regex("</\(name)>")).count, "\(name)")
    }
  }

  @Test func theTableIsForASpreadsheet() throws {
    let screen = try ScreenRun()
    try screen.run.write("list.csv", Self.list)
    let result = try screen.screen(
      "list.csv", "--column", "name", "--bom", "--output", "out.csv", "--report", "report.csv", "--min-score",
      "1")
    #expect(result.status == 0)
    #expect(
      String(decoding: try screen.run.bytes("report.csv"), as: UTF8.self) == """
        \u{FEFF}score,listed_name,caption,matched_name,id,kind,language,role,column,evidence,decision,note,listed_values\r
        1.0,محمد علي,Mohammed Ali,محمد علي,p1,person,ar,name,name,,,,no: 3; note: =1+1\r
        1.0,Jaysh al-Izza,Jaysh al-Izza,Jaysh al-Izza,c1,company,ar-Latn,name,name,,,,no: 4; note: \u{202E}txt\r

        """)
  }

  @Test func objectsAreReportedToo() throws {
    let screen = try ScreenRun()
    try screen.run.write(
      "list.jsonl", "{\"name\":\"=x\"}\n{\"name\":[\"Nobody\",\"محمد علي\"],\"born\":1970}\n")
    let result = try screen.screen(
      "list.jsonl", "--column", "name", "--output", "out.jsonl", "--report", "report.csv")
    #expect(result.status == 0)
    #expect(
      String(decoding: try screen.run.bytes("report.csv"), as: UTF8.self).split(separator: "\r\n").last
        == "1.0,Nobody; محمد علي,Mohammed Ali,محمد علي,p1,person,ar,name,name,,,,born: 1970")
  }
}
