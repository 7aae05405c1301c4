@testable import LexiconTools

/// Reads any bytes as JSON, as a table and as XML.
///
/// The first byte is the size of the blocks in which they come: how a file is cut must change nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImports(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  let text = Array(bytes.dropFirst())
  readJSON(text)
  let blocks = stride(from: 0, to: text.count, by: max(1, Int(first))).map {
    Array(text[$0..<min(text.count, $0 + max(1, Int(first)))])
  }
  precondition(records(blocks) == records([text]), "records change with the blocks")
  precondition(events(blocks) == events([text]), "events change with the blocks")
  for format in [InputFormat.ftm, .wikidata, .geonames, .ofac, .un, .csv, .tsv, .auto] {
    precondition(names(blocks, format) == names([text], format), "names change with the blocks")
  }
  return 0
}

/// What is passed over can also be read, and strings are what they say.
private func readJSON(_ text: [UInt8]) {
  var passing = JSONReader(text)
  let isJSON = (try? passing.skip()) != nil
  var reading = JSONReader(text)
  precondition((try? read(&reading)) != nil || !isJSON, "passed over, but not read")
}

private func read(_ reader: inout JSONReader) throws {
  switch try reader.kind() {
  case .object:
    try reader.enterObject()
    while let key = try reader.nextKey() {
      _ = reader.string(of: key)
      try read(&reader)
    }
  case .array:
    try reader.enterArray()
    while try reader.nextElement() { try read(&reader) }
  case .string: _ = try reader.string()
  case .number, .boolean, .null: try reader.skip()
  }
}

private func records(_ blocks: [[UInt8]]) -> [String] {
  var reader = QuotedRecords(InputFile(blocks: blocks, name: "fuzz"), delimiter: UInt8(ascii: ","))
  var records: [String] = []
  while let item = try? reader.next() {
    switch item {
    case .record(let fields, let line): records.append("\(line) \(fields)")
    case .problem(let problem): records.append("\(problem)")
    }
  }
  return records
}

private func events(_ blocks: [[UInt8]]) -> [String] {
  var reader = XMLReader(InputFile(blocks: blocks, name: "fuzz"))
  var events: [String] = []
  do {
    while let event = try reader.event() { events.append("\(event)") }
  } catch {
    events.append("\(error)")
  }
  return events
}

private func names(_ blocks: [[UInt8]], _ format: InputFormat) -> [String] {
  let input = InputFile(blocks: blocks, name: "fuzz")
  // What a file is, is found out by its first block.
  let chosen = format == .auto ? InputDetection.format(of: blocks.flatMap { $0 }, named: "fuzz") : format
  var names: [String] = []
  do {
    let importer = try chosen.importer(for: input, options: ImportOptions(), session: ImportSession())
    try importer.read(input) {
      names.append("\($0)")
    } report: {
      names.append("\($0)")
    }
  } catch {
    names.append("\(error)")
  }
  return names
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager wants a main function of this name; libFuzzer's own is the driver behind it.
@_cdecl("FuzzImports_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { fuzzImports($0, $1) }
}
