/// Many short lists of the numbers of rows, each ascending, in one array.
struct RowLists: Sendable {
  /// A list; an empty one to begin with.
  struct List: Sendable {
    fileprivate var first = Self.end
    fileprivate var last = Self.end
    fileprivate static let end: Int32 = -1
  }

  private struct Link: Sendable {
    let row: UInt16
    var next = List.end
  }

  private var links: [Link] = []

  init(minimumCapacity: Int) { links.reserveCapacity(minimumCapacity) }

  /// Appends a row to a list that has none beyond it; a row that it has already stays there once.
  mutating func append(_ row: UInt16, to list: inout List) {
    let place = Int32(links.count)
    if list.last == List.end {
      list.first = place
    } else {
      guard links[Int(list.last)].row != row else { return }
      links[Int(list.last)].next = place
    }
    list.last = place
    links.append(Link(row: row))
  }

  /// Calls `body` with each row of a list.
  func forEach(_ list: List, _ body: (UInt16) -> Void) {
    var place = list.first
    while place != List.end {
      body(links[Int(place)].row)
      place = links[Int(place)].next
    }
  }

  /// Whether a list has a row.
  func contains(_ row: UInt16, _ list: List) -> Bool {
    var place = list.first
    while place != List.end {
      if links[Int(place)].row == row { return true }
      place = links[Int(place)].next
    }
    return false
  }

  /// Whether two lists have a row in common.
  func haveCommonRow(_ list: List, _ other: List) -> Bool {
    var (place, otherPlace) = (list.first, other.first)
    while place != List.end, otherPlace != List.end {
      let (link, otherLink) = (links[Int(place)], links[Int(otherPlace)])
      if link.row == otherLink.row { return true }
      if link.row < otherLink.row { place = link.next } else { otherPlace = otherLink.next }
    }
    return false
  }
}
