/// A language: its names and how it is read.
struct LanguageEntry: Sendable {
  let name: String
  let label: String
  let aliases: [String]
  /// A closure, so that the tables of a language are built when it is first used.
  let grammar: @Sendable () -> Grammar

  init(_ name: String, _ label: String, _ aliases: String = "", _ grammar: @escaping @Sendable () -> Grammar) {
    self.name = name
    self.label = label
    self.aliases = aliases.split(separator: " ").map(String.init)
    self.grammar = grammar
  }
}

/// All languages, found by name.
enum LanguageTable {
  static let entries: [LanguageEntry] = [
    LanguageEntry("javascript", "JavaScript", "js mjs cjs node") { .code(.javascript) },
    LanguageEntry("jsx", "JSX", "react") { .code(.javascript) },
    LanguageEntry("typescript", "TypeScript", "ts mts cts") { .code(.typescript) },
    LanguageEntry("tsx", "TSX") { .code(.typescriptElements) },
    LanguageEntry("json", "JSON", "jsonc json5 webmanifest geojson") { .code(.json) },
    LanguageEntry("python", "Python", "py python3 py3 pyi") { .code(.python) },
    LanguageEntry("swift", "Swift") { .code(.swift) },
    LanguageEntry("go", "Go", "golang") { .code(.go) },
    LanguageEntry("c", "C", "h") { .code(.c) },
    LanguageEntry("cpp", "C++", "c++ cc cxx hpp hh hxx h++ arduino ino") { .code(.cpp) },
    LanguageEntry("objective-c", "Objective-C", "objc objectivec obj-c m mm objective-c++ objc++") {
      .code(.objectiveC)
    },
    LanguageEntry("csharp", "C#", "c# cs dotnet") { .code(.cSharp) },
    LanguageEntry("java", "Java") { .code(.java) },
    LanguageEntry("kotlin", "Kotlin", "kt kts") { .code(.kotlin) },
    LanguageEntry("scala", "Scala", "sc") { .code(.scala) },
    LanguageEntry("groovy", "Groovy", "gradle jenkinsfile") { .code(.groovy) },
    LanguageEntry("dart", "Dart", "flutter") { .code(.dart) },
    LanguageEntry("rust", "Rust", "rs") { .code(.rust) },
    LanguageEntry("php", "PHP", "php7 php8") { .php },
    LanguageEntry("ruby", "Ruby", "rb gemfile rakefile podfile podspec") { .code(.ruby) },
    LanguageEntry("lua", "Lua") { .code(.lua) },
    LanguageEntry("sql", "SQL", "mysql postgres postgresql pgsql sqlite sqlite3 mariadb plsql tsql") { .code(.sql) },
    LanguageEntry("protobuf", "Protocol Buffers", "proto") { .code(.protobuf) },
    LanguageEntry("dot", "Graphviz", "graphviz gv") { .code(.dot) },
    LanguageEntry("graphql", "GraphQL", "gql") { .code(.graphQL) },
    LanguageEntry("bash", "Shell", "shell sh zsh ksh") { .shell },
    LanguageEntry("console", "Console", "shell-session shellsession terminal sh-session bash-session") {
      .console
    },
    LanguageEntry("dockerfile", "Dockerfile", "docker containerfile") { .dockerfile },
    LanguageEntry("makefile", "Makefile", "make mk gnumake bsdmake") { .makefile },
    LanguageEntry("nginx", "nginx", "nginxconf") { .nginx },
    LanguageEntry("powershell", "PowerShell", "ps1 psm1 pwsh posh ps") { .powerShell },
    LanguageEntry("cmake", "CMake") { .cmake },
    LanguageEntry("r", "R", "rscript splus") { .code(.r) },
    LanguageEntry("http", "HTTP", "https") { .http },
    LanguageEntry("yaml", "YAML", "yml") { .yaml },
    LanguageEntry("toml", "TOML") { .toml },
    LanguageEntry("ini", "INI", "cfg conf config editorconfig gitconfig systemd desktop") { .settings },
    LanguageEntry("properties", "Properties", "dotenv env") { .settings },
    LanguageEntry("html", "HTML", "htm xhtml html5") { .markup(.html) },
    LanguageEntry("xml", "XML", "svg rss atom xsd xsl xslt plist storyboard xib opml") { .markup(.xml) },
    LanguageEntry("wxml", "WXML", "axml swan") { .markup(.wxml) },
    LanguageEntry("vue", "Vue", "svelte") { .markup(.vue) },
    LanguageEntry("css", "CSS") { .style(.css) },
    LanguageEntry("scss", "SCSS", "sass less postcss") { .style(.scss) },
    LanguageEntry("wxss", "WXSS", "acss") { .style(.css) },
    LanguageEntry("diff", "Diff", "patch udiff") { .diff },
    LanguageEntry("markdown", "Markdown", "md mkd gfm") { .markdown },
    LanguageEntry("text", "Text", "txt plaintext plain none nohighlight output") { .text },
  ]

  static let names: [String] = entries.flatMap { [$0.name] + $0.aliases }.sorted()

  private static let index: [String: Int] = {
    var index: [String: Int] = [:]
    for (position, entry) in entries.enumerated() {
      for name in [entry.name] + entry.aliases { index[name] = position }
    }
    return index
  }()

  /// The language of this name or alias in letters of any case, or nil.
  static func find(_ name: String) -> LanguageEntry? {
    if let position = index[name] ?? index[name.lowercased()] { return entries[position] }
    return nil
  }
}
