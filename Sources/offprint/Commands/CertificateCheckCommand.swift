internal import ArgumentParser
internal import Diagnostics
internal import FoundationEssentials
internal import Preview

/// `offprint certificate check`: what is wrong with a certificate, before a browser or WeChat says it.
struct CertificateCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: words("Say what is wrong with a certificate and its key.", "检查证书与私钥有什么问题。"),
    discussion: words(
      "Exit status 1 when something is wrong that browsers refuse.", "有浏览器会拒绝的问题时，退出码是 1。"))

  @Argument(
    help: .init(
      words("The certificate (or chain), and its private key; in either order.", "证书（或证书链），以及私钥；先后不限。"),
      valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(help: .init(words("The host that it should be for.", "证书应当对应的主机名。"), valueName: "name"))
  var host: String?

  @Option(help: .init(words("The port it will be served on.", "将使用的端口。"), valueName: "n"))
  var port: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...2).contains(files.count) else {
      throw ValidationError(words("One or two files are wanted.", "需要一个或两个文件。"))
    }
  }

  func run() throws {
    let (certificate, key) = CertificateDoctor.sort(files)
    let doctor = CertificateDoctor(
      host: host, port: port, checksWeChat: true, now: Date(), passPhrase: PassPhrase.find)
    let report = doctor.examine(certificate: certificate, key: key)
    var reporter = Reporter(output)
    reporter.print(report.diagnostics)
    let names = report.names.isEmpty ? "" : " (\(report.names.text))"
    reporter.finish(
      reporter.counts.errors + reporter.counts.warnings == 0
        ? words("\(certificate) is in order\(names).\n", "\(certificate) 没有问题\(names)。\n") : "")
    if report.isRefused { throw ExitStatus.authorErrors }
  }
}
