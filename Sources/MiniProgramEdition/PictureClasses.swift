import Manuscript

/// What the classes that an author gave an image mean, as Chirpy names them: shown in one look only, a shadow, round
/// corners. The site's style sheet knows the same words.
struct PictureClasses {
  enum Look: String {
    case light, dark
  }

  /// The look in which alone the image is shown; nil: in both.
  private(set) var look: Look?
  private var hasShadow = false
  private var isRound = false

  init(_ attributes: Attributes) {
    guard !attributes.isEmpty else { return }
    for name in attributes.classes {
      switch name {
      case "light": look = .light
      case "dark": look = .dark
      case "shadow": hasShadow = true
      case "rounded", "rounded-10": isRound = true
      default: break
      }
    }
  }

  /// Names in `app.wxss`, each after a blank. `lt` and `dk` follow the system, and `palette.js` where the reader chose.
  var names: [UInt8] {
    var names: [UInt8] = []
    switch look {
    case .light: names += " lt".utf8
    case .dark: names += " dk".utf8
    case nil: break
    }
    if hasShadow { names += " shd".utf8 }
    if isRound { names += " rnd".utf8 }
    return names
  }
}
