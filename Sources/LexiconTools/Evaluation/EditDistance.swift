/// Levenshtein's edit distance, with memory that is kept from one call to the next.
///
/// Not to be used by two threads at once.
package final class EditDistance {
  private var row: [Int] = []

  package init() {}

  /// Returns the fewest elements to insert, delete or replace to make one list of the other.
  ///
  /// Allocates nothing once a second list of this length was seen.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the lists.
  package func distance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    if row.count <= right.count { row = [Int](repeating: 0, count: right.count + 1) }
    for place in 0...right.count { row[place] = place }
    for (leftPlace, element) in left.enumerated() {
      var diagonal = row[0]
      row[0] = leftPlace + 1
      for place in right.indices {
        let above = row[place + 1]
        let replaced = diagonal + (element == right[place] ? 0 : 1)
        row[place + 1] = min(replaced, min(above, row[place]) + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
