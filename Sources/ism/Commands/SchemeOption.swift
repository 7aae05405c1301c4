import ArabicText

/// Finds the scheme that was asked for on the command line.
enum SchemeOption {
  /// The identifiers for shell completion, which is the only use of the list before a scheme is used.
  @Sendable static func completions(_: [String], _: Int, _: String) -> [String] { Scheme.identifiers }

  /// Returns a scheme that can be written.
  static func writable(_ identifier: String) throws -> Scheme {
    let scheme = try named(identifier)
    guard scheme.kind != .reading else {
      throw Failure("scheme '\(identifier)' only says how to read Latin letters; use it with 'ism arabize'")
    }
    return scheme
  }

  /// Returns a scheme.
  static func named(_ identifier: String) throws -> Scheme {
    do {
      return try Scheme.named(identifier)
    } catch {
      throw Failure(error.description)
    }
  }
}
