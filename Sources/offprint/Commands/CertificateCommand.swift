internal import ArgumentParser

/// `offprint certificate`: the local authority, and a look at certificates of others.
struct CertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: words("Look after the certificates of the preview.", "管理预览用的证书。"),
    subcommands: [
      CertificateShowCommand.self, CertificateTrustCommand.self, CertificateUntrustCommand.self,
      CertificateCheckCommand.self,
    ])
}
