package import X509

/// The pages of the second port: plain HTTP, because a phone that does not yet trust the authority could not open them
/// otherwise. They hold nothing secret: the root's certificate, and the way to trust it.
package enum OnboardingPages {
  /// Routes for a server without TLS; `port` is where the preview itself listens.
  package static func routes(root: Certificate, port: Int) throws -> RouteTable {
    let der = try root.derBytes()
    let fingerprint = CertificateFingerprint.text(der)
    let profile = MobileConfiguration(certificate: der).bytes
    func asset(_ path: String, _ name: String) -> Route {
      Route(path, access: .anyOrigin) { _ in
        Response(
          status: 200, fields: [("content-type", MediaType.of(name)), ("cache-control", "no-store")],
          body: .bytes(PreviewAsset.bytes(name)))
      }
    }
    func download(_ name: String, _ bytes: [UInt8]) -> Route {
      Route(name, access: .anyOrigin) { _ in
        Response(
          status: 200,
          fields: [
            ("content-type", MediaType.of(name)), ("cache-control", "no-store"),
            ("content-disposition", "attachment; filename=\"\(name)\""),
          ], body: .bytes(bytes))
      }
    }
    // The picture that proves the trust comes from the https port: another origin.
    let policy = PagePolicy.strict.replacing("img-src 'self' data:", with: "img-src 'self' data: https:")
    return RouteTable([
      Route("", access: .anyOrigin) { _ in .page(PreviewAsset.bytes("phone/page.html"), policy: policy) },
      asset("style.css", "phone/style.css"), asset("script.js", "phone/script.js"),
      Route("facts.json") { _ in
        Response(
          status: 200, fields: [("content-type", MediaType.of("facts.json")), ("cache-control", "no-store")],
          body: .bytes(Array("{\"port\":\(port),\"fingerprint\":\"\(fingerprint)\"}".utf8)))
      },
      download("offprint.crt", der), download("offprint.mobileconfig", profile),
    ])
  }

  /// The picture on the TLS port that only a device can load which trusts the certificate.
  package static var proof: Route {
    Route(".offprint/trust.svg", access: .anyOrigin) { _ in
      let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"
      return Response(
        status: 200,
        fields: [
          ("content-type", "image/svg+xml"), ("cache-control", "no-store"),
          ("cross-origin-resource-policy", "cross-origin"),
        ], body: .bytes(Array(picture.utf8)))
    }
  }
}
