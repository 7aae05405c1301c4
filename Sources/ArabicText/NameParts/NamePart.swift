/// A part of a name, as `ism parse` shows it.
public struct NamePart: Equatable, Sendable {
  /// What a part is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A word before a name that is not part of it: Sheikh, Dr.
    case title
    /// A military or police rank.
    case rank
    /// Words of respect: His Excellency, the late.
    case honorific
    /// Father or mother of: Abu Bakr, Umm Kulthum.
    case kunya
    /// Son or daughter of: bin Salman, ibn Abi Talib.
    case nasab
    /// Words that are one name together: Abd al-Rahman, Nur al-Din, Nasrallah written apart.
    case compound
    /// A name of origin, tribe, school or trade: al-Masri.
    case nisba
    /// Any other name.
    case name
    /// The word that says what kind of organization it is: Jaysh, Army, Brigade.
    case head
    /// One letter for a name.
    case initial
    /// A name of capital letters: HTS.
    case acronym
    /// A number.
    case number
  }

  /// The part as it stands in the name.
  public let text: String
  /// What it is.
  public let kind: Kind

  /// Returns the parts of a name in their order.
  ///
  /// Every word is in one part; separators are in none. A text without a letter or digit has no parts.
  public static func parts(of text: String) -> [NamePart] { NameParser.parts(of: text) }
}
