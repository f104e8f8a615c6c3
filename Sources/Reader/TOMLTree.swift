import Diagnostics

/// A TOML document being collected: dotted keys and table headers find their place in the tree.
struct TOMLTree {
  struct Key {
    var name: String
    var range: SourceRange
  }

  private(set) var entries: [DataValue.Entry] = []
  /// The headers seen, so that a second `[a]` is found out.
  private var headers: Set<[String]> = []

  /// Puts a value at a path; tables on the way are made where they are missing. Returns what was wrong.
  mutating func insert(_ value: DataValue, at path: [Key]) -> DataProblem? {
    var insertion = Insertion(value: value)
    insertion.insert(at: path[...], into: &entries)
    return insertion.problem
  }

  /// Opens `[path]`, or another item of `[[path]]`. Returns what was wrong.
  mutating func open(_ path: [Key], range: SourceRange, isItem: Bool) -> DataProblem? {
    let names = path.map(\.name)
    var insertion = Insertion(value: DataValue(content: .mapping([]), range: range))
    insertion.isItem = isItem
    insertion.isHeader = true
    insertion.insert(at: path[...], into: &entries)
    if isItem {
      // Tables below it belong to the new item.
      headers = headers.filter { !$0.starts(with: names) }
    } else if !headers.insert(names).inserted, let last = path.last {
      return DataProblem(kind: .duplicateKey(last.name, first: last.range), range: last.range)
    }
    return insertion.problem
  }
}

/// One value on its way to its place.
private struct Insertion {
  let value: DataValue
  /// Whether it becomes another item of a list.
  var isItem = false
  /// Whether it is an empty table that may be there already.
  var isHeader = false
  var problem: DataProblem?

  mutating func insert(at path: ArraySlice<TOMLTree.Key>, into entries: inout [DataValue.Entry]) {
    guard let key = path.first else { return }
    let rest = path.dropFirst()
    guard let position = entries.firstIndex(where: { $0.key == key.name }) else {
      var entry = DataValue.Entry(key: key.name, keyRange: key.range, value: value)
      if !rest.isEmpty {
        var inner: [DataValue.Entry] = []
        insert(at: rest, into: &inner)
        entry.value = DataValue(content: .mapping(inner), range: key.range.union(value.range))
      } else if isItem {
        entry.value = DataValue(content: .sequence([value]), range: value.range)
      }
      entries.append(entry)
      return
    }
    if rest.isEmpty, !isItem {
      if isHeader, entries[position].value.entries != nil { return }
      problem = duplicate(key, entries[position])
      entries[position] = DataValue.Entry(key: key.name, keyRange: key.range, value: value)
      return
    }
    // Taken out while it changes, so that nothing is copied.
    let content = entries[position].value.content
    entries[position].value.content = .mapping([])
    guard let changed = inserted(at: rest, into: content) else {
      problem = problem ?? duplicate(key, entries[position])
      entries[position].value.content = content
      return
    }
    entries[position].value.content = changed
    entries[position].value.range = entries[position].value.range.union(value.range)
  }

  /// nil when there is no place in it.
  private mutating func inserted(
    at rest: ArraySlice<TOMLTree.Key>, into content: DataValue.Content
  ) -> DataValue.Content? {
    switch content {
    case .scalar: return nil
    case .mapping(var inner):
      if rest.isEmpty { return nil }
      insert(at: rest, into: &inner)
      return .mapping(inner)
    case .sequence(var items):
      if rest.isEmpty {
        items.append(value)
      } else {
        guard var last = items.popLast(), let changed = inserted(at: rest, into: last.content) else { return nil }
        last.content = changed
        last.range = last.range.union(value.range)
        items.append(last)
      }
      return .sequence(items)
    }
  }

  private func duplicate(_ key: TOMLTree.Key, _ entry: DataValue.Entry) -> DataProblem {
    DataProblem(kind: .duplicateKey(key.name, first: entry.keyRange), range: key.range)
  }
}
