/// Levenshtein's edit distance, over Unicode scalars or other symbols, with memory that is kept from one call to the next.
///
/// Not to be used by two threads at once.
package final class EditDistance {
  private var row: [Int] = []

  package init() {}

  /// Returns the fewest symbols to insert, delete or replace to make one text of the other.
  ///
  /// Allocates nothing once a second text of this length was seen.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the texts.
  package func distance<Symbol: Equatable>(_ left: [Symbol], _ right: [Symbol]) -> Int {
    if row.count <= right.count { row = [Int](repeating: 0, count: right.count + 1) }
    for place in 0...right.count { row[place] = place }
    for leftPlace in left.indices {
      let symbol = left[leftPlace]
      var diagonal = row[0]
      row[0] = leftPlace + 1
      for place in right.indices {
        let above = row[place + 1]
        let replaced = diagonal + (symbol == right[place] ? 0 : 1)
        row[place + 1] = min(replaced, min(above, row[place]) + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// The edit distance over the length of the reference, both in Unicode scalars.
  ///
  /// The reference is not empty.
  package func characterErrorRate(of text: String, against reference: String) -> Double {
    let scalars = Array(reference.unicodeScalars)
    return Double(distance(Array(text.unicodeScalars), scalars)) / Double(max(scalars.count, 1))
  }
}
