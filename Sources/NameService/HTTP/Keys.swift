import HTTPTypes

/// The keys that clients must bring.
struct Keys: Sendable {
  private let keys: [[UInt8]]

  init(_ keys: [String]) { self.keys = keys.map { Array($0.utf8) } }

  /// Whether requests need one.
  var areRequired: Bool { !keys.isEmpty }

  /// What stands before a key; `ApiKey` is what clients of OpenSanctions' API write
  /// (https://www.opensanctions.org/docs/api/authentication/).
  private static let schemes = ["bearer", "apikey"]

  /// The place of the key in a header `Authorization: Bearer KEY`.
  ///
  /// The time it takes depends on the length of what was given and on nothing else, so a key cannot be guessed letter by letter.
  func place(in header: String?) throws(Problem) -> Int {
    let parts = (header ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, Self.schemes.contains(parts[0].lowercased()) else {
      throw Self.refused("a key is needed: send 'Authorization: Bearer KEY'")
    }
    let given = Array(parts[1].utf8)
    var found = -1
    for (place, key) in keys.enumerated() where Self.areEqual(given, key) { found = place }
    guard found >= 0 else { throw Self.refused("the key is not known") }
    return found
  }

  private static func areEqual(_ given: [UInt8], _ key: [UInt8]) -> Bool {
    var difference = given.count ^ key.count
    for place in given.indices { difference |= Int(given[place] ^ key[place % key.count]) }
    return difference == 0
  }

  private static func refused(_ detail: String) -> Problem {
    Problem(.unauthorized, detail, headers: [.wwwAuthenticate: "Bearer"])
  }
}
