internal import SwiftASN1
internal import X509

extension Certificate {
  /// The certificate as it is signed (DER).
  func derBytes() throws -> [UInt8] {
    var serializer = DER.Serializer()
    try serializer.serialize(self)
    return serializer.serializedBytes
  }
}
