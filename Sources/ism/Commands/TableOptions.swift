import ArgumentParser
import LexiconTools

/// How `ism compile` reads tables.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What stands between the columns of a table: a sign, or tab. Found out by the header when it is not given.",
      valueName: "sign"),
    transform: { text in
      let sign = text == "tab" || text == "\\t" ? "\t" : text
      guard sign.utf8.count == 1, let byte = sign.utf8.first, byte != 0x22, byte != 0x0A, byte != 0x0D else {
        throw ValidationError("'\(text)' is no delimiter; give one sign of ASCII, or tab")
      }
      return byte
    })
  var delimiter: UInt8?
  @Option(
    help: ArgumentHelp(
      "Which columns of a table hold what: id=ID,name=Name|Arabic name,kind=Type.", valueName: "map"),
    transform: { text in
      do {
        return try ColumnMap(text)
      } catch {
        throw ValidationError("\(error)")
      }
    })
  var columns = ColumnMap()
  @Option(help: ArgumentHelp("What stands between several names in one field of a table.", valueName: "text"))
  var nameSeparator = ""

  /// The options of the importers.
  var options: ImportOptions {
    var options = ImportOptions()
    options.delimiter = delimiter
    options.columns = columns
    options.nameSeparator = nameSeparator
    return options
  }
}
