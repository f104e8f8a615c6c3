import Testing

@testable import Diagnostics

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("titel", "title"), ("tagz", "tags"), ("categorie", "categories"), ("Title", "title"), ("langauge", "language"),
    ("permlink", "permalink"), ("autor", "author"),
  ])
  func findsTheNameThatWasMeant(written: String, meant: String) {
    let known = ["title", "tags", "categories", "language", "permalink", "author", "date"]
    #expect(Suggestion.nearest(to: written, among: known) == meant)
  }

  @Test func saysNothingWhenNothingIsNear() {
    #expect(Suggestion.nearest(to: "wombat", among: ["title", "date"]) == nil)
    #expect(Suggestion.nearest(to: "x", among: ["y"]) == nil)
    #expect(Suggestion.nearest(to: "", among: ["a"]) == nil)
    #expect(Suggestion.nearest(to: "title", among: []) == nil)
  }

  @Test func takesTheNearestAndAmongEqualsTheFirst() {
    #expect(Suggestion.nearest(to: "dat", among: ["data", "date"]) == "data")
    #expect(Suggestion.nearest(to: "dates", among: ["data", "date"]) == "date")
    #expect(Suggestion.nearest(to: "标题们", among: ["标签", "标题"]) == "标题")
  }

  @Test func countsASwapAsOneStep() {
    #expect(Suggestion.distance(Array("abcd"), Array("abdc")) == 1)
    #expect(Suggestion.distance(Array("kitten"), Array("sitting")) == 3)
    #expect(Suggestion.distance([], Array("abc")) == 3)
  }

  /// A word of a megabyte must not cost a terabyte of steps.
  @Test func refusesEndlessWords() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: long, among: [long + "b"]) == nil)
  }
}
