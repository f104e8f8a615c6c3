internal import Diagnostics
internal import NIOSSL

/// A file with a private key in PEM form: PKCS#8, also encrypted, or the older forms of RSA and EC keys.
enum KeyFile {
  static func read(
    _ path: String, passPhrase: (String) -> String?, into diagnostics: inout [Diagnostic]
  ) -> NIOSSLPrivateKey? {
    guard let (bytes, mode) = CredentialFile.bytes(path, into: &diagnostics) else { return nil }
    if mode & 0o004 != 0 {
      let text = "0" + String(mode & 0o777, radix: 8)
      diagnostics.append(Diagnostic(.keyReadableByOthers, path: path, arguments: [text]))
    }
    // Files of elliptic-curve keys often begin with a block of parameters.
    guard let block = PEMBlocks.find(in: bytes).first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
      diagnostics.append(Diagnostic(.keySyntax, path: path, arguments: ["no-key"]))
      return nil
    }
    let pem = Array(block.text.utf8)
    let isEncrypted = block.label == "ENCRYPTED PRIVATE KEY" || block.text.contains("Proc-Type: 4,ENCRYPTED")
    guard isEncrypted else {
      if let key = try? NIOSSLPrivateKey(bytes: pem, format: .pem) { return key }
      diagnostics.append(Diagnostic(.keySyntax, path: path, arguments: ["damaged-key"]))
      return nil
    }
    guard let phrase = passPhrase(path) else {
      diagnostics.append(Diagnostic(.keyEncrypted, path: path, arguments: ["no-pass-phrase"]))
      return nil
    }
    if let key = try? NIOSSLPrivateKey(bytes: pem, format: .pem, passphraseCallback: { $0(Array(phrase.utf8)) }) {
      return key
    }
    diagnostics.append(Diagnostic(.keyEncrypted, path: path, arguments: ["wrong-pass-phrase"]))
    return nil
  }
}
