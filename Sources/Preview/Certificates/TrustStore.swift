/// A place where systems and browsers look up which authorities they trust.
package struct TrustStore: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// NSS: Chromium's own and one for each profile of Firefox.
    case nss
    /// The system's, by `update-ca-certificates` (Debian and its kin).
    case system
  }

  package let kind: Kind
  /// The folder of the database, or of the system's local certificates.
  package let folder: String

  /// The stores of this user: those that exist, and Chromium's, which is made when it is missing.
  package static func ofUser(home: String, exists: (String) -> Bool, list: (String) -> [String]) -> [TrustStore] {
    let chromium = TrustStore(kind: .nss, folder: home + "/.pki/nssdb")
    let profiles = [
      home + "/.mozilla/firefox", home + "/snap/firefox/common/.mozilla/firefox",
      home + "/.var/app/org.mozilla.firefox/.mozilla/firefox",
    ].flatMap { folder in list(folder).map { folder + "/" + $0 } }.filter { exists($0 + "/cert9.db") }
    return [chromium] + profiles.sorted().map { TrustStore(kind: .nss, folder: $0) }
  }

  package static let system = TrustStore(kind: .system, folder: "/usr/local/share/ca-certificates")

  /// The commands that put a certificate in, in order; each can be read and run by hand.
  package func installation(name: String, certificate: String, isNew: Bool) -> [[String]] {
    switch kind {
    case .nss:
      let make = [["mkdir", "-p", folder], ["certutil", "-d", "sql:" + folder, "-N", "--empty-password"]]
      return (isNew ? make : [])
        + [["certutil", "-d", "sql:" + folder, "-A", "-t", "C,,", "-n", name, "-i", certificate]]
    case .system:
      return [["install", "-m", "644", certificate, systemFile(name)], ["update-ca-certificates"]]
    }
  }

  /// The commands that take it out again.
  package func removal(name: String) -> [[String]] {
    switch kind {
    case .nss: [["certutil", "-d", "sql:" + folder, "-D", "-n", name]]
    case .system: [["rm", "-f", systemFile(name)], ["update-ca-certificates", "--fresh"]]
    }
  }

  /// The command that succeeds where it is in; nil where a look at `systemFile` tells.
  package func inspection(name: String) -> [String]? {
    kind == .nss ? ["certutil", "-d", "sql:" + folder, "-L", "-n", name] : nil
  }

  package func systemFile(_ name: String) -> String {
    folder + "/" + name.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined() + ".crt"
  }
}
