/// What the texts of beginnings cost as such, where a search for a lone answer weighs them as it goes.
///
/// Weighed at the end, the best answer must still be among those kept, which takes three times as many; the other searches, whose
/// answers are the many that are kept, do it so (`DistinctAnswers`).
extension LetterDecoder {
  /// Whether the scores of beginnings have what their texts add.
  var weighsTexts: Bool { effort.isLone && model.hasWritten }

  /// Adds to the scores of the beginnings what the chunks of the latest letter add, and puts them in order.
  ///
  /// What a beginning adds that is alone is the same for all that come of it, and not asked for.
  func weighTexts(_ found: Found) {
    if found.columns == 0 { return }
    let (beam, model, column) = unsafe (beam, model, nodes + (found.columns &- 1) &* beamLimit)
    let isAlone = found.count == 1
    for index in 0..<found.count {
      var state = unsafe beam[index]
      var text = TextCost()
      let graphone = unsafe Int(column[Int(state.place)].graphone)
      unsafe model.write(graphone, after: &state.written, into: &text, isCounted: !isAlone, writtenCosts)
      state.score += textScore(text)
      var place = index
      while place > 0, unsafe beam[place &- 1].score < state.score {
        unsafe beam[place] = beam[place &- 1]
        place &-= 1
      }
      unsafe beam[place] = state
    }
  }

  /// Asks for the memory in which the costs of the latest chunks are: it comes while the network sees the next letter.
  @inline(__always) func prefetchTexts(_ count: Int, _ column: UnsafePointer<Node>) {
    if count == 1 { return }
    for index in 0..<count {
      unsafe model.prefetch(Int(column[index].graphone), after: next[index].written)
    }
  }

  /// What the end of a beginning's text takes from its score.
  @inline(__always) func costOfTextEnd(_ state: State) -> Float {
    unsafe writtenStep * Float(model.writtenCost(of: WrittenLetters.end, after: state.written, writtenCosts))
  }

  @inline(__always) private func textScore(_ text: TextCost) -> Float {
    unitValue * Float(text.length) - writtenStep * Float(text.cost)
  }
}

/// The sums of units that were written.
struct TextCost {
  /// What they cost, in steps.
  var cost: Int32 = 0
  /// How many they are.
  var length: Int32 = 0
}
