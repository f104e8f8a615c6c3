import Diagnostics
import Manuscript

extension ConfigurationDecoder {
  /// Macros of formulas: names of the author's own, and TeX. What is no text is left out.
  mutating func macros(_ key: ConfigurationKey, _ value: DataValue) -> [Configuration.MathMacro]? {
    guard let entries = value.entries else {
      reject(key, value, expected: "mapping")
      return nil
    }
    var macros: [Configuration.MathMacro] = []
    for entry in entries {
      guard let tex = entry.value.text, !entry.key.isEmpty else {
        reject(key, entry.value, expected: "string")
        continue
      }
      macros.append(Configuration.MathMacro(name: entry.key, tex: tex))
    }
    return macros
  }
}
