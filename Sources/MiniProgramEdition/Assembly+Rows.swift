import Manuscript
import Typesetting

extension Assembly {
  /// Categories, each followed by those below it.
  func categoryRows() -> [Row] {
    let categories = publication.categories
    var children: [Int?: [Int]] = [:]
    for (index, category) in categories.enumerated() { children[category.parent, default: []].append(index) }
    var rows: [Row] = []
    func add(_ parent: Int?, level: Int) {
      // A category is below another at most as often as there are categories.
      guard level <= categories.count else { return }
      for index in children[parent] ?? [] {
        let count = categories[index].posts.count(where: isIncluded)
        if count > 0 {
          rows.append(
            Row(
              title: categories[index].name, detail: words.posts(count), level: level,
              link: [.bytes("data-p", PagePath.list(.category, categories[index].miniProgramName))]))
        }
        add(index, level: level + 1)
      }
    }
    add(nil, level: 0)
    return rows
  }

  func documentRows(_ nodes: [Publication.DocumentNode], level: Int) -> [Row] {
    nodes.flatMap { node -> [Row] in
      let below = documentRows(node.children, level: level + 1)
      let entry = node.entry.flatMap { isIncluded($0) ? $0 : nil }
      if entry == nil, below.isEmpty { return [] }
      return [Row(title: node.title, level: level, link: entry.map(link(to:)) ?? [])] + below
    }
  }

  /// The author's menu, else every page; then the docs.
  func moreRows() -> [Row] {
    var rows = [
      Row(title: words.favourites, link: [.string("data-p", "/\(PagePath.shelf)?kind=favourites")]),
      Row(title: words.history, link: [.string("data-p", "/\(PagePath.shelf)?kind=history")]),
      Row(title: words.display, opensPanel: true),
    ]
    if publication.menu.isEmpty {
      for entry in publication.pages where isIncluded(entry) {
        rows.append(Row(title: publication.entries[entry].facts.title, link: link(to: entry)))
      }
    } else {
      let byAddress = Dictionary(
        publication.entries.enumerated().map { ($0.element.sitePath, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      for item in publication.menu {
        let link: [WXMLPrinter.Attribute]
        if let page = writer.listings[item.target] {
          link = [.bytes("data-p", page)]
        } else if let entry = byAddress[item.target], isIncluded(entry) {
          link = self.link(to: entry)
        } else {
          link = [.string("data-u", item.target)]
        }
        rows.append(Row(title: item.title, link: link))
      }
    }
    if !publication.documents.isEmpty {
      rows.append(Row(title: words.documents, link: [.string("data-p", "/" + PagePath.documents)]))
    }
    for (kind, title, all) in [
      (PagePath.Kind.series, words.series, publication.series), (.author, words.authors, publication.authors),
    ] {
      let listed = all.map { ($0, $0.posts.count(where: isIncluded)) }.filter { $0.1 > 0 }
      if listed.isEmpty { continue }
      rows.append(Row(title: title))
      for (term, count) in listed {
        rows.append(
          Row(
            title: term.name, detail: words.posts(count), level: 1,
            link: [.bytes("data-p", PagePath.list(kind, term.miniProgramName))]))
      }
    }
    let address = WebAddress.base(publication.configuration)
    if !address.isEmpty {
      rows.append(Row(title: words.webAddress, link: [.string("data-u", address + "/")]))
    }
    rows.append(Row(title: words.privacy, link: [.string("data-p", "/\(PagePath.privacy)")]))
    return rows
  }
}
