internal import ArgumentParser
internal import Diagnostics

/// What was probably meant where a command was misspelt or does not stand first. ArgumentParser takes such a word for an
/// argument of `build`, which has none.
enum CommandSuggestion {
  /// The parser's message with a suggestion behind the word that it did not expect.
  static func completed(_ message: String, arguments: [String]) -> String {
    let beginning = "Unexpected argument '"
    guard let start = message.firstRange(of: beginning)?.upperBound,
      let end = message[start...].firstIndex(of: "'")
    else { return message }
    let word = String(message[start..<end])
    let names = RootCommand.configuration.subcommands.map { $0.configuration.commandName ?? "" }
    let addition: String
    if names.contains(word), arguments.first != word, !names.contains(arguments.first ?? "") {
      addition = ". The command comes first: offprint \(word) …"
    } else if arguments.first == word, let near = Suggestion.nearest(to: word, among: names) {
      addition = ". Did you mean '\(near)'?"
    } else {
      return message
    }
    var message = message
    message.insert(contentsOf: addition, at: message.index(after: end))
    return message
  }
}
