/// The script of names that are asked for and that of names they are searched in or compared with.
package enum ScriptPair: String, CaseIterable, Encodable, Sendable {
  case arabicToLatin = "arabic-latin"
  case latinToArabic = "latin-arabic"
  case withinArabic = "arabic-arabic"
  case withinLatin = "latin-latin"

  package init(_ direction: ScriptDirection) {
    self = direction == .arabicToLatin ? .arabicToLatin : .latinToArabic
  }

  /// Both names in one script.
  package init(within script: EntityName.Script) {
    self = script == .arabic ? .withinArabic : .withinLatin
  }

  /// From which side of a `RetrievalSet` queries are taken: names of one script stand where Arabic ones do else.
  package var direction: ScriptDirection { self == .latinToArabic ? .latinToArabic : .arabicToLatin }
}
