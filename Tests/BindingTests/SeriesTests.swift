import Diagnostics
import Manuscript
import TestSupport
import Testing

@testable import Binding

@Suite struct SeriesTests {
  private func titles(_ publication: Publication, _ posts: [Int]) -> [String] {
    posts.map { publication.entries[$0].facts.title }
  }

  @Test func partsStandInTheirOrderThenByDate() throws {
    func part(_ name: String, _ date: Int64, _ order: Int? = nil) -> ArticleFacts {
      post(name, date: date) {
        $0.frontMatter.series = "Swift"
        $0.frontMatter.order = order
      }
    }
    let (publication, diagnostics) = bind([
      part("late", 9, 1), part("b", 5), part("a", 3), post("other", date: 4), part("second", 1, 2),
    ])
    #expect(diagnostics.isEmpty)
    let series = try #require(publication.series.first)
    #expect(publication.series.count == 1)
    #expect(series.sitePath == "/series/swift/")
    #expect(titles(publication, series.posts) == ["late", "second", "a", "b"])
    for (position, post) in series.posts.enumerated() {
      #expect(publication.entries[post].part == Publication.Part(series: 0, position: position))
    }
    #expect(publication.entries.first { $0.facts.title == "other" }?.part == nil)
  }

  @Test func aPartThatAnEditionLacksIsNotCounted() throws {
    let (publication, _) = bind([
      post("a", date: 1) { $0.frontMatter.series = "S" },
      post("b", date: 2) {
        $0.frontMatter.series = "S"
        $0.frontMatter.editions = [.site]
      },
      post("c", date: 3) { $0.frontMatter.series = "S" },
    ])
    let small = publication.restricted(to: .miniProgram)
    #expect(titles(small, small.series[0].posts) == ["a", "c"])
    #expect(small.entries.first { $0.facts.title == "c" }?.part?.position == 1)
    #expect(small.entries.first { $0.facts.title == "b" }?.part == nil)
  }

  @Test func authorsHavePagesWhereThereAreSeveral() throws {
    let one = bind([post("a"), post("b")]) { $0.author.name = "甲" }
    #expect(one.publication.authors.isEmpty)
    let (publication, diagnostics) = bind([
      post("a", date: 2), post("b", date: 1) { $0.frontMatter.authors = [.init(name: "yi")] },
      post("c", date: 3) { $0.frontMatter.authors = [.init(name: "nobody")] },
    ]) {
      $0.author.name = "甲"
      $0.authors = [.init(id: "yi", name: "乙", url: "https://example.com/yi")]
    }
    #expect(publication.authors.map(\.name).sorted() == ["nobody", "乙", "甲"])
    #expect(publication.authors.first { $0.name == "乙" }?.url == "https://example.com/yi")
    #expect(diagnostics.map(\.code) == [.unknownAuthor])
    // An author who is not known does not vanish.
    #expect(publication.entries.contains { $0.facts.frontMatter.authors.map(\.name) == ["nobody"] })
  }

  @Test func whatExpiredIsLeftOut() {
    let (publication, diagnostics) = bind(
      [
        post("gone") { $0.frontMatter.expires = ArticleDate(seconds: 1_000_000, offsetMinutes: 0) },
        post("stays") { $0.frontMatter.expires = ArticleDate(seconds: 1_000_001, offsetMinutes: 0) },
      ])
    #expect(publication.entries.map(\.facts.title) == ["stays"])
    #expect(diagnostics.map(\.code) == [.expiredArticle])
  }

  @Test func onlyLaterChangesAreUpdates() {
    let (publication, _) = bind(
      (0..<8).map { number in
        post("p\(number)", date: 1000) {
          $0.frontMatter.lastModified = ArticleDate(seconds: 1000 + Int64(number) * 50_000, offsetMinutes: 0)
        }
      })
    #expect(titles(publication, publication.recentlyUpdated) == ["p7", "p6", "p5", "p4", "p3"])
  }

  /// The cost of related posts must not grow with the square of the posts, whatever the tags are.
  @Test func relatedPostsAreCheap() {
    func seconds(_ count: Int) -> Double {
      let facts = (0..<count).map { post("p\($0)", date: Int64($0), tags: ["all", "t\($0 % 7)"]) }
      return processorSeconds { _ = bind(facts, now: 2_000_000_000) }
    }
    _ = seconds(200)
    let (small, large) = (min(seconds(500), seconds(500)), min(seconds(4000), seconds(4000)))
    // Eight times as many take sixty-four times as long where it is the square.
    #expect(large < small * 24, "\(small) s, then \(large) s")
  }
}
