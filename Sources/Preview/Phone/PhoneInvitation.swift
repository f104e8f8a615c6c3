internal import Diagnostics
internal import Synchronization

/// Where a phone begins, once the preview is open to the network: the address of the onboarding page, in words and as a code
/// to scan. It changes when the network does.
package final class PhoneInvitation: Sendable {
  private let address = Mutex<String?>(nil)

  package init() {}

  /// - Parameter address: of the onboarding page; nil where no phone gets there.
  package func lead(to address: String?) { self.address.withLock { $0 = address } }

  /// The address, empty where there is none.
  var facts: Response {
    var json = JSONText()
    json.object { $0.field("address", address.withLock { $0 } ?? "") }
    return Response(
      status: 200, fields: [("content-type", MediaType.of("phone.json")), ("cache-control", "no-store")],
      body: .bytes(Array(json.text.utf8)))
  }

  /// The code.
  var picture: Response {
    guard let code = address.withLock({ $0 }).flatMap({ QRCode($0) }) else { return .text(404, "Not found.") }
    return Response(
      status: 200, fields: [("content-type", MediaType.of("phone.svg")), ("cache-control", "no-store")],
      body: .bytes(Array(code.svg.utf8)))
  }
}
