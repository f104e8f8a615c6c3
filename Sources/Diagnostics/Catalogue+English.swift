extension Diagnostic.Code {
  /// English words; the comment of each line names the arguments where they do not explain themselves.
  var english: Explanation {
    Explanation(rawValue, help: "")
  }
}
