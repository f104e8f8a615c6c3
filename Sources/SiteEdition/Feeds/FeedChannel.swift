import Manuscript

/// What one feed is about: the whole site, or one tag or category.
struct FeedChannel {
  var title: String
  /// Address of the page it belongs to, below the base path, encoded.
  var page: [UInt8]
  /// Its own address.
  var own: [UInt8]
  /// Entries, newest first.
  var posts: ArraySlice<Int>
  /// Bodies of posts as markup with whole addresses, by entry; a post without one has its summary only.
  var contents: [Int: [UInt8]]
}

/// What all formats of feeds say alike.
struct FeedFacts {
  let publication: Publication
  let addresses: SiteAddresses
  let configuration: Configuration

  init(_ publication: Publication, _ addresses: SiteAddresses) {
    self.publication = publication
    self.addresses = addresses
    configuration = publication.configuration
  }

  func matter(_ entry: Int) -> FrontMatter { publication.entries[entry].facts.frontMatter }

  /// When an article last changed. A date is required; one that says "never" beats one that changes with every build.
  func changed(_ entry: Int) -> ArticleDate {
    matter(entry).lastModified ?? matter(entry).date ?? ArticleDate(seconds: 0, offsetMinutes: 0)
  }

  /// When any of a feed's articles last changed.
  func changed(_ channel: FeedChannel) -> ArticleDate {
    channel.posts.map(changed).max() ?? publication.lastModified ?? ArticleDate(seconds: 0, offsetMinutes: 0)
  }

  /// Who a feed is by: the site's author, or the site.
  var author: FrontMatter.Author {
    let author = configuration.author
    return FrontMatter.Author(
      name: author.name.isEmpty ? configuration.title : author.name, url: author.url.isEmpty ? nil : author.url)
  }

  func authors(_ entry: Int) -> [FrontMatter.Author] {
    let written = matter(entry).authors.filter { !$0.name.isEmpty }
    return written.isEmpty ? [author] : written
  }

  /// A name that never changes while the address does not: the whole address, or a `tag:` (RFC 4151) of a host that can
  /// never be, where the site does not know its own.
  func identity(_ address: [UInt8]) -> String {
    let whole = String(decoding: addresses.whole(address), as: UTF8.self)
    return configuration.url.isEmpty ? "tag:site.invalid,2000:\(whole)" : whole
  }
}
