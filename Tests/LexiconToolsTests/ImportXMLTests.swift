import TestSupport
import Testing

@testable import LexiconTools

/// The reader of XML.
@Suite struct ImportXMLTests {
  /// Events as `<a`, `>a` and text in quotation marks, text together; an error as its line and message.
  private func events(_ bytes: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    var reader = XMLReader(try InputFile(path: folder.write(bytes, to: "list.xml")))
    var events: [String] = []
    do {
      while let event = try reader.event() {
        switch event {
        case .start(let name): events.append("<\(name)")
        case .end(let name): events.append(">\(name)")
        case .text(let text): events.append("'\(text)'")
        }
      }
    } catch {
      events.append("\(error.line ?? 0)! \(error.message)")
    }
    return events.joined(separator: " ")
  }

  @Test(arguments: [
    ("<a/>", "<a >a"),
    ("<a><b>x</b></a>", "<a <b 'x' >b >a"),
    ("<?xml version=\"1.0\" encoding='UTF-8'?><a x=\"1>2\" y='/'>z</a >", "<a 'z' >a"),
    ("<a>&lt;&amp;&gt;&apos;&quot;&#233;&#xE9;&#x1F600;</a>", "<a '<&>'\"éé😀' >a"),
    ("<a><![CDATA[<b>&amp;]]]]></a>", "<a '<b>&amp;]]' >a"),
    ("<a><!-- <b> - -- & -->x</a>", "<a 'x' >a"),
    ("<n:a xmlns:n=\"u\"></n:a>", "<a >a"),
    ("<!DOCTYPE a [<!ELEMENT a (#PCDATA)><!ENTITY e \">\">]><a/>", "<a >a"),
    ("", ""),
  ])
  func reads(_ text: String, _ expected: String) throws {
    #expect(try events(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("<a>", "<a 1! the file ends, but <a> of line 1 is not closed"),
    ("<a>\n<b></a>", "2! </a> where <b> of line 2 is to be closed"),
    ("<a></a></b>", "</b> closes what is not open"), ("<a", "the file ends inside of markup"),
    ("<a>&nbsp;</a>", "unknown entity &nbsp;"), ("<a>&#0;</a>", "unknown entity"),
    ("<a>&#xD800;</a>", "unknown entity"),
    ("<a>& b</a>", "write &amp;"), ("<a>x < y</a>", "write &lt;"), ("<a <b>", "< inside the tag"),
    ("<?xml version=\"1.0\" encoding=\"windows-1256\"?><a/>", "the encoding is windows-1256"),
    ("<a><![CDATA[x", "the file ends inside of markup"), ("<!-- x", "the file ends inside of markup"),
  ])
  func refuses(_ text: String, _ message: String) throws {
    let read = try events(Array(text.utf8))
    #expect(read.contains(message), "\(text): \(read)")
  }

  @Test func refusesWhatIsNotUTF8() throws {
    #expect(try events(Array("<a>".utf8) + [0xC3, 0x28]).contains("not UTF-8"))
  }

  /// "Billion laughs": entities of entities would grow to gigabytes.
  @Test func aBombOfEntitiesDoesNotGrow() throws {
    var text = "<!DOCTYPE a [<!ENTITY e0 \"ha\">"
    for level in 1...30 { text += "<!ENTITY e\(level) \"&e\(level - 1);&e\(level - 1);\">" }
    #expect(try events(Array((text + "]><a>&e30;</a>").utf8)).contains("unknown entity &e30;"))
  }

  @Test func nestingHasALimit() throws {
    #expect(
      try events(Array(String(repeating: "<a>", count: 100_000).utf8)).contains("nested deeper than 256"))
  }
}
