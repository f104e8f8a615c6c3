extension Diagnostic.Code {
  /// Chinese words; the comment of each line names the arguments where they do not explain themselves.
  var simplifiedChinese: Explanation {
    Explanation(rawValue, help: "")
  }
}
