internal import Diagnostics
internal import Manuscript

/// Asks whether the pages elsewhere that articles link to still answer. Only on request: a build never goes online.
struct ExternalLinks: Sendable {
  /// Addresses asked in one run.
  static let limit = 2000
  /// Seconds that one may take.
  static let timeLimit = 20
  /// At the same time.
  static let concurrency = 6
  /// Seconds for which a good answer is believed: a week.
  static let memory: Int64 = 7 * 86400

  /// Absolute path of the source folder, where answers are remembered.
  let source: String
  let now: Int64

  /// - Returns: a warning at each place that links to an address without a good answer.
  func check(_ publication: Publication) async -> [Diagnostic] {
    var places: [String: [(path: String, range: SourceRange)]] = [:]
    var order: [String] = []
    for entry in publication.entries {
      for (reference, destination) in zip(entry.facts.references, entry.destinations) {
        guard case .external(let address) = destination, let page = Self.page(address) else { continue }
        if places[page] == nil { order.append(page) }
        places[page, default: []].append((entry.facts.path, reference.range))
      }
    }
    guard !order.isEmpty else { return [] }
    guard ChildProcess.find("curl") != nil else {
      return [
        Diagnostic(
          .toolMissing, severity: .warning, path: "content", arguments: ["curl", "curl", String(order.count)])
      ]
    }
    var known = remembered()
    let asked = order.filter { known[$0].map { now - $0 > Self.memory || $0 > now } ?? true }.prefix(Self.limit)
    var dead: [String: String] = [:]
    await withTaskGroup(of: (String, String?).self) { group in
      var waiting = asked[...]
      for _ in 0..<Self.concurrency {
        guard let next = waiting.popFirst() else { break }
        group.addTask { (next, await Self.trouble(with: next)) }
      }
      for await (address, trouble) in group {
        if let trouble {
          dead[address] = trouble
          known[address] = nil
        } else {
          known[address] = now
        }
        if let next = waiting.popFirst() { group.addTask { (next, await Self.trouble(with: next)) } }
      }
    }
    remember(known)
    return order.flatMap { address -> [Diagnostic] in
      guard let trouble = dead[address] else { return [] }
      return (places[address] ?? []).map {
        Diagnostic(.deadLink, path: $0.path, range: $0.range, arguments: [address, trouble])
      }
    }
  }

  /// The address of the page without the place on it; nil when it is no web address.
  private static func page(_ address: String) -> String? {
    let page = address.prefix { $0 != "#" }
    let whole = page.hasPrefix("//") ? "https:" + page : String(page)
    let lowered = whole.prefix(8).lowercased()
    guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://"), !whole.utf8.contains(where: { $0 <= 32 })
    else { return nil }
    return whole
  }

  /// Asks for the head alone first; servers that refuse that are asked for the page.
  ///
  /// - Returns: nil when the address answers well; else a word of `Vocabulary`, or the status.
  private static func trouble(with address: String) async -> String? {
    var trouble: String?
    for isHead in [true, false] {
      let outcome = await ChildProcess.run(
        "curl",
        [
          // Not the user's own settings; nothing but the web, also after a redirection.
          "-q", "--silent", "--show-error", "--location", "--max-redirs", "8", "--proto", "=http,https",
          "--proto-redir",
          "=http,https", "--connect-timeout", "8", "--max-time", String(timeLimit - 2), "--max-filesize", "20000000",
          "--user-agent", "Mozilla/5.0 (compatible; offprint)", "--output", "/dev/null", "--write-out", "%{http_code}",
        ] + (isHead ? ["--head"] : []) + ["--url", address], seconds: timeLimit)
      guard let outcome, let status = outcome.status else {
        trouble = "no-answer"
        continue
      }
      let code = Int(String(decoding: outcome.output, as: UTF8.self)) ?? 0
      switch status {
      case 0 where (200..<400).contains(code): return nil
      // Larger than what is asked for: it is there.
      case 63: return nil
      case 0, 22: trouble = String(code)
      case 6: return "no-name"
      case 7: return "unreachable"
      case 28: trouble = "no-answer"
      case 35, 51, 58, 60: return "bad-certificate"
      default: trouble = code > 0 ? String(code) : "unreachable"
      }
    }
    return trouble
  }

  // MARK: What is remembered: `seconds address`, a line each.

  private var file: String { source + "/.offprint/links" }

  private func remembered() -> [String: Int64] {
    guard let bytes = FileSystem.read(file) else { return [:] }
    var known: [String: Int64] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let seconds = Int64(parts[0]) { known[String(parts[1])] = seconds }
    }
    return known
  }

  private func remember(_ known: [String: Int64]) {
    guard FileSystem.makeFolders(source + "/.offprint") else { return }
    let lines = known.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
    FileSystem.replace(file, with: Array(lines.joined().utf8))
  }
}
