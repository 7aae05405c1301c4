internal import CICU

extension Unicode.Scalar {
  /// The ISO 15924 code of the scalar's script, such as "Arab"; nil for signs that many scripts share.
  package var scriptCode: String? {
    guard let name = unsafe icu_scriptName(Int32(bitPattern: value)) else { return nil }
    let code = unsafe String(cString: name)
    return ["Zyyy", "Zinh", "Zzzz"].contains(code) ? nil : code
  }
}
