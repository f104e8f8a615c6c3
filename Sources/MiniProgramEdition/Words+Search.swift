import Diagnostics

extension Words {
  private func search(_ english: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  var search: String { search("Search", "搜索") }
  var searchHint: String { search("Search articles", "搜索文章") }
  var searchNone: String { search("Nothing found", "没有找到") }
  var searchSome: String {
    search("No article has all of these words; these have some", "没有文章含有全部的词，以下含有其中一些")
  }
  /// `#` stands for the number.
  var searchCount: String { search("Articles: #", "# 篇") }
  var searchTitles: String { search("Titles, tags and categories only", "这里只搜索标题、标签和分类") }
  var searchFailed: String { search("The index could not be loaded", "搜索的文件没能载入") }
}
