import Manuscript
import Typesetting

/// Small files that programs read: search engines, browsers, language models.
extension SiteWriter {
  func writeProgramFiles() -> [Artifact] {
    var artifacts = [artifact("/robots.txt", robots()), artifact("/llms.txt", llms())]
    artifacts.append(artifact("/manifest.webmanifest", manifest()))
    if !configuration.url.isEmpty {
      artifacts.append(artifact("/sitemap.xml", SiteMap(publication, addresses, homes).write()))
      if configuration.search != .off { artifacts.append(artifact("/opensearch.xml", openSearch())) }
    }
    if configuration.site.copiesMarkdown {
      for (index, entry) in publication.entries.enumerated() where publication.holds(index, in: .site) {
        artifacts.append(
          Artifact(path: SiteAddresses.file(ofPath: markdownPath(index)), content: .copy(of: entry.facts.path)))
      }
    }
    return artifacts
  }

  private func robots() -> [UInt8] {
    let lines = Array("User-agent: *\nAllow: /\n".utf8)
    guard !configuration.url.isEmpty else { return lines }
    return lines + Array("\nSitemap: ".utf8) + addresses.whole(addresses.address(ofPath: "/sitemap.xml")) + [10]
  }

  /// Where an article's source is published.
  func markdownPath(_ index: Int) -> String {
    let path = publication.entries[index].sitePath
    return path.hasSuffix("/") ? path + "index.md" : path + ".md"
  }

  /// Posts that `llms.txt` names, the newest.
  private static let postsOfOverview = 200

  /// The site in short for language models (llmstxt.org): a title, a summary, sections of links.
  private func llms() -> [UInt8] {
    var text = "# " + configuration.title + "\n"
    let about = configuration.description.isEmpty ? configuration.tagline : configuration.description
    if !about.isEmpty { text += "\n> " + about + "\n" }
    func section(_ title: String, _ entries: some Sequence<Int>) {
      var lines = ""
      for index in entries where !publication.entries[index].facts.frontMatter.isHidden {
        let facts = publication.entries[index].facts
        let address =
          configuration.site.copiesMarkdown
          ? addresses.address(ofPath: markdownPath(index)) : addresses.entries[index]
        lines += "- [" + Self.linkText(facts.title) + "](" + Self.linkTarget(addresses.whole(address)) + ")"
        lines += facts.summary.isEmpty ? "\n" : ": " + Self.oneLine(facts.summary) + "\n"
      }
      if !lines.isEmpty { text += "\n## " + title + "\n\n" + lines }
    }
    section(siteWords.documents, reading(publication.documents))
    section(siteWords.posts, publication.posts.prefix(Self.postsOfOverview))
    section(siteWords.pagesOfSite, publication.pages)
    return Array(text.utf8)
  }

  private func reading(_ nodes: [Publication.DocumentNode]) -> [Int] {
    nodes.flatMap { node in (node.entry.map { [$0] } ?? []) + reading(node.children) }
  }

  private static func oneLine(_ text: String) -> String {
    text.utf8.contains(10) ? text.replacing("\n", with: " ") : text
  }

  private static func linkText(_ text: String) -> String {
    // Replacing reads by characters, even where there is nothing to replace.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") })
    else { return text }
    return text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
  }

  /// Parentheses stand for themselves in an address and would end a Markdown link.
  private static func linkTarget(_ address: [UInt8]) -> String {
    let text = String(decoding: address, as: UTF8.self)
    guard address.contains(UInt8(ascii: "(")) || address.contains(UInt8(ascii: ")")) else { return text }
    return text.replacing("(", with: "%28").replacing(")", with: "%29")
  }

  /// The site's search for the browser's own search field (OpenSearch 1.1).
  private func openSearch() -> [UInt8] {
    var printer = XMLPrinter()
    printer.startTag("OpenSearchDescription")
    printer.attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/")
    printer.finishTag()
    // At most sixteen characters, by the specification.
    printer.element("ShortName", String(configuration.title.prefix(16)))
    let about = configuration.description.isEmpty ? configuration.title : configuration.description
    printer.element("Description", String(about.prefix(1024)))
    printer.element("InputEncoding", "UTF-8")
    printer.startTag("Image")
    printer.attribute("type", shell.icons.type)
    printer.finishTag(holding: addresses.whole(shell.icons.address))
    printer.startTag("Url")
    printer.attribute("type", "text/html")
    printer.attribute(
      "template", bytes: addresses.whole(addresses.address(ofPath: Self.searchPath)) + Array("?q={searchTerms}".utf8))
    printer.finishEmptyTag()
    printer.end()
    return printer.bytes
  }

  /// The web application manifest (W3C): name, icons and colours of a site that is put on a home screen.
  private func manifest() -> [UInt8] {
    var printer = JSONPrinter()
    printer.object { json in
      json.field("name", configuration.title)
      json.field("short_name", String(configuration.title.prefix(12)))
      if !configuration.description.isEmpty { json.field("description", configuration.description) }
      json.field("lang", configuration.contentLanguage)
      json.field("start_url", addresses.address(ofPath: "/"))
      json.field("scope", addresses.address(ofPath: "/"))
      json.field("display", "minimal-ui")
      json.field("background_color", files.paper.light)
      json.field("theme_color", files.paper.light)
      json.array("icons") { json in
        for icon in shell.icons.all {
          json.object { json in
            json.field("src", icon.address)
            json.field("type", icon.type)
            json.field("sizes", icon.sizes)
          }
        }
      }
    }
    return printer.bytes + [10]
  }
}
