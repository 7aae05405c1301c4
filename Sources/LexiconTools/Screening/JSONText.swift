internal import NameSearch

/// Writes JSON.
enum JSONText {
  /// Writes a string.
  static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): output += "\\n".utf8
      case UInt8(ascii: "\r"): output += "\\r".utf8
      case UInt8(ascii: "\t"): output += "\\t".utf8
      case 0..<0x20: output += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Writes a hit: the object of a match in `ism search`, and the column.
  static func append(_ hit: ScreenHit, explains: Bool, to output: inout [UInt8]) {
    let (entity, name) = (hit.match.entity, hit.match.matched)
    output += "{".utf8
    members([("caption", entity.caption), ("column", hit.column)], to: &output)
    if explains { appendEvidence(hit, to: &output) }
    output += ",".utf8
    members([("id", entity.id), ("kind", entity.kind)], to: &output)
    output += ",\"matched\":{".utf8
    let dates = [("from", name.from), ("until", name.until)].compactMap { key, value in
      value.map { (key, $0) }
    }
    members(
      [
        dates.first { $0.0 == "from" }, ("language", name.language), ("name", name.text), ("role", name.role),
        dates.first { $0.0 == "until" },
      ].compactMap { $0 }, to: &output)
    output += "},\"score\":\(RowWriter.score(hit.score))}".utf8
  }

  private static func appendEvidence(_ hit: ScreenHit, to output: inout [UInt8]) {
    output += ",\"evidence\":[".utf8
    var isFirst = true
    func item(_ kind: String, _ query: String, _ name: String, _ key: String, _ cost: Double, _ text: String)
    {
      output += isFirst ? "{".utf8 : ",{".utf8
      isFirst = false
      output += "\"cost\":\((cost * 100).rounded() / 100),".utf8
      members(
        [("explanation", text), ("key", key), ("kind", kind), ("name", name), ("query", query)], to: &output)
      output += "}".utf8
    }
    for found in hit.match.evidence {
      item(found.kind, found.query, found.name, found.key, found.cost, found.explanation)
    }
    for remark in hit.remarks {
      item(remark.kind, remark.row, remark.entity, "row", remark.cost, remark.explanation)
    }
    output += "]".utf8
  }

  private static func members(_ members: [(String, String)], to output: inout [UInt8]) {
    for (place, member) in members.enumerated() {
      if place > 0 { output += ",".utf8 }
      append(member.0, to: &output)
      output += ":".utf8
      append(member.1, to: &output)
    }
  }
}
