internal import ArabicText
internal import Glibc

/// Lays a pair model out as the bytes of its file (`Pairs/FORMAT.md`).
struct PairModelWriter {
  private var sections = [(bytes: [UInt8], count: Int)](
    repeating: ([], 0), count: PairModelImage.Sections.count)
  private var entries: [UInt32] = []
  private var waiting: [(hash: UInt64, cost: UInt8)] = []

  /// The cost of a probability in steps, 0…255.
  static func steps(_ probability: Double) -> UInt8 {
    UInt8(max(0, min(255, (-log(probability) * PairModel.stepsPerNat).rounded())))
  }

  mutating func set<Value: FixedWidthInteger>(_ number: Int, _ values: [Value]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * MemoryLayout<Value>.size)
    for value in values { Self.append(value, to: &bytes) }
    sections[number] = (bytes, values.count)
  }

  /// Sets a table of graphones, in the order of `PairTable`.
  mutating func set(_ table: PairModel.Table, _ graphones: [PairTable.Graphone]) {
    func steps(_ cost: Double) -> UInt32 { UInt32(min((cost * PairModel.stepsPerNat).rounded(), 65535)) }
    let costs = graphones.map { steps($0.leftCost) << 16 | steps($0.rightCost) }
    let byRight = graphones.indices.sorted {
      (graphones[$0].right & 0xFF, $0) < (graphones[$1].right & 0xFF, $1)
    }
    let first = table.rawValue * PairModelImage.Sections.ofTable
    set(first, graphones.map(\.left))
    set(first + 1, graphones.map(\.right))
    set(first + 2, costs)
    set(first + 3, byRight.map { UInt16($0) })
    set(
      first + 4,
      Self.starts(graphones.map { $0.left & 0xFF }) + Self.starts(byRight.map { graphones[$0].right & 0xFF }))
  }

  private static func starts(_ symbols: [UInt32]) -> [UInt16] {
    var starts: [UInt16] = []
    var place = 0
    for symbol in 0...UInt32(PairSymbols.count) {
      while place < symbols.count, symbols[place] < symbol { place += 1 }
      starts.append(UInt16(place))
    }
    return starts
  }

  /// Adds the cost of an n-gram, or that of leaving a context.
  mutating func add(_ kind: PairContexts.Kind, _ gram: UInt64, _ cost: UInt8) {
    waiting.append((PairContexts.hash(kind, gram), cost))
  }

  var entryCount: Int { waiting.count }

  /// Fills the hash table so that entries lie near their places: who is farther from its own takes the place.
  ///
  /// After P. Celis, "Robin Hood hashing", 1986.
  private mutating func fillTable() {
    var bits = 4
    while (1 << bits) * 15 < waiting.count * 16 { bits += 1 }
    while !fillTable(bits) { bits += 1 }
  }

  private mutating func fillTable(_ bits: Int) -> Bool {
    entries = [UInt32](repeating: 0, count: 1 << bits)
    var distances = [UInt16](repeating: 0, count: 1 << bits)
    let mask = entries.count - 1
    for item in waiting {
      var entry = PairContexts.check(item.hash) << 8 | UInt32(item.cost)
      var place = Int(truncatingIfNeeded: item.hash) & mask
      var distance: UInt16 = 0
      while entries[place] != 0 {
        if distances[place] < distance {
          swap(&entry, &entries[place])
          swap(&distance, &distances[place])
        }
        place = (place + 1) & mask
        distance += 1
        if distance == PairContexts.reach { return false }
      }
      (entries[place], distances[place]) = (entry, distance)
    }
    return true
  }

  /// The bytes of the file.
  mutating func bytes() -> [UInt8] {
    fillTable()
    set(PairModelImage.Sections.contexts, entries)
    var (table, body): ([UInt8], [UInt8]) = ([], [])
    let bodyStart = (PairModelImage.headerSize + sections.count * 16 + 63) / 64 * 64
    for section in sections {
      Self.append(UInt64(bodyStart + body.count), to: &table)
      Self.append(UInt64(section.count), to: &table)
      body += section.bytes
      while body.count % 64 != 0 { body.append(0) }
    }
    while PairModelImage.headerSize + table.count < bodyStart { table.append(0) }
    let rest = table + body
    var header = PairModelImage.magic
    Self.append(PairModelImage.formatVersion, to: &header)
    Self.append(UInt32(sections.count), to: &header)
    Self.append(UInt64(PairModelImage.headerSize + rest.count), to: &header)
    Self.append(unsafe rest.withUnsafeBytes { unsafe Checksum.value(of: $0) }, to: &header)
    while header.count < PairModelImage.headerSize { header.append(0) }
    return header + rest
  }

  private static func append<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8]) {
    for shift in 0..<MemoryLayout<Value>.size {
      bytes.append(UInt8(truncatingIfNeeded: value >> Value(shift * 8)))
    }
  }
}
