internal import ArgumentParser
internal import Preview

/// Where `serve` listens and what it presents.
struct ListeningOptions: ParsableArguments {
  @Option(
    name: [.customLong("directory"), .customShort("d")],
    help: .init(words("Serve this folder as it is, without building.", "直接提供这个文件夹，不构建。"), valueName: "dir"),
    completion: .directory)
  var directory: String?

  @Option(
    help: .init(words("Name or address to answer to (localhost).", "主机名或地址（默认 localhost）。"), valueName: "name"))
  var host: String?

  @Option(
    name: .shortAndLong,
    help: .init(
      words("Port; without it 4443, or the next free one.", "端口；不写时用 4443，被占用就用下一个。"), valueName: "n"))
  var port: Int?

  @Flag(help: .init(words("Let other devices of the network in.", "允许局域网内的其他设备访问。")))
  var lan = false

  @Option(
    help: .init(words("Certificate chain (PEM), with --key.", "证书链（PEM），与 --key 一起用。"), valueName: "file"),
    completion: .file())
  var certificate: String?

  @Option(
    help: .init(
      words(
        "Private key (PEM). The pass phrase of an encrypted one is asked for, or read from OFFPRINT_KEY_PASSPHRASE.",
        "私钥（PEM）。加密的私钥会询问口令，或从环境变量 OFFPRINT_KEY_PASSPHRASE 读取。"), valueName: "file"),
    completion: .file())
  var key: String?

  @Flag(help: .init(words("Open the preview in the browser.", "在浏览器里打开预览。")))
  var open = false

  @Option(
    help: .init(
      words(
        "What opens a place of the source: “code --goto {file}:{line}:{column}” (without it, links to VS Code).",
        "用什么打开源文件里的位置，如“code --goto {file}:{line}:{column}”（不写则用 VS Code 的链接）。"), valueName: "command"))
  var editor: String?

  static let standardPort = 4443

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError(words("--port must be between 0 and 65535.", "--port 应在 0 与 65535 之间。"))
    }
    if (certificate == nil) != (key == nil) {
      throw ValidationError(
        words("--certificate and --key belong together.", "--certificate 与 --key 必须一起使用。"))
    }
    // A name only says what to answer to; an address is listened on, and one of the network lets the network in.
    if let host, !lan, let address = NetworkAddress(host), !address.isLoopback {
      throw ValidationError(
        words(
          "--host \(host) would let other devices of the network in: add --lan if that is meant.",
          "--host \(host) 会让局域网内的其他设备访问：若有此意，请加上 --lan。"))
    }
  }
}
