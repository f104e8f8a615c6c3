extension QRCode {
  /// For a terminal, two rows of modules a line. Black on white by escape sequences, whatever the terminal's own colours: readers want it so.
  package var terminalText: String {
    let side = modules.count + 4
    func isDark(_ x: Int, _ y: Int) -> Bool {
      modules.indices.contains(x - 2) && modules.indices.contains(y - 2) && modules[y - 2][x - 2]
    }
    var text = ""
    for y in stride(from: 0, to: side, by: 2) {
      text += "\u{1b}[30;107m"
      for x in 0..<side {
        switch (isDark(x, y), isDark(x, y + 1)) {
        case (true, true): text += "█"
        case (true, false): text += "▀"
        case (false, true): text += "▄"
        case (false, false): text += " "
        }
      }
      text += "\u{1b}[0m\n"
    }
    return text
  }

  /// A drawing of one path; dark modules only, on white.
  package var svg: String {
    let side = modules.count + 8
    var path = ""
    for (y, row) in modules.enumerated() {
      for (x, isDark) in row.enumerated() where isDark { path += "M\(x + 4) \(y + 4)h1v1h-1z" }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
      <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(path)"/></svg>
      """
  }
}
