extension Publication {
  /// One article and what binding found out about it.
  package struct Entry: Sendable {
    private var fields: Shared<Fields>

    package init(
      facts: ArticleFacts, sitePath: String, miniProgramName: String, destinations: [Destination] = [],
      previous: Int? = nil, next: Int? = nil, related: [Int] = [], part: Part? = nil, translations: [Int] = []
    ) {
      fields = Shared(
        Fields(
          facts: facts, sitePath: sitePath, miniProgramName: miniProgramName, destinations: destinations,
          previous: previous, next: next, related: related, part: part, translations: translations))
    }

    private struct Fields: Sendable {
      var facts: ArticleFacts
      var sitePath: String
      var miniProgramName: String
      var destinations: [Destination]
      var previous: Int?
      var next: Int?
      var related: [Int]
      var part: Part?
      var translations: [Int]
    }
  }
}

extension Publication.Entry {
  package var facts: ArticleFacts {
    get { fields.value.facts }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.facts
    }
  }
  /// Site path without baseurl, decoded UTF-8, ends in `/`: `/posts/hello/`.
  package var sitePath: String {
    get { fields.value.sitePath }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.sitePath
    }
  }
  /// ASCII name for the mini-program, unique: `[a-z0-9-]+`.
  package var miniProgramName: String {
    get { fields.value.miniProgramName }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.miniProgramName
    }
  }
  /// One entry per `facts.references`.
  package var destinations: [Destination] {
    get { fields.value.destinations }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.destinations
    }
  }
  /// Neighbours among posts (or docs in reading order): the older one and the newer one.
  package var previous: Int? {
    get { fields.value.previous }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.previous
    }
  }
  package var next: Int? {
    get { fields.value.next }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.next
    }
  }
  /// Up to three, best first.
  package var related: [Int] {
    get { fields.value.related }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.related
    }
  }
  /// Index into `Publication.series`, and the place in it from 0.
  package var part: Publication.Part? {
    get { fields.value.part }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.part
    }
  }
  /// The same article in other languages, and this one itself, by language tag; empty when there is but one.
  package var translations: [Int] {
    get { fields.value.translations }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.translations
    }
  }
}
