internal import Glibc

/// This machine's place in the local network.
package enum LocalNetwork {
  /// Addresses under which others of the network can reach this machine, the likeliest first: private IPv4 addresses, then
  /// unique local IPv6 ones. Loopback, link-local and public addresses are left out, and so are those of bridges that
  /// container engines make.
  package static func addresses() -> [NetworkAddress] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var found: [NetworkAddress] = []
    var next = list
    while let entry = next {
      next = entry.pointee.ifa_next
      let flags = Int32(bitPattern: entry.pointee.ifa_flags)
      let isUp = flags & Int32(IFF_UP) != 0 && flags & Int32(IFF_LOOPBACK) == 0
      let name = String(cString: entry.pointee.ifa_name)
      guard isUp, !bridges.contains(where: name.hasPrefix), let address = address(entry.pointee.ifa_addr) else {
        continue
      }
      if isReachable(address), !found.contains(address) { found.append(address) }
    }
    return found.filter { $0.bytes.count == 4 } + found.filter { $0.bytes.count == 16 }
  }

  /// `name.local` where the machine's name can be one.
  package static func name() -> String? {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
    let bytes = buffer.prefix { $0 != 0 && $0 != CChar(UInt8(ascii: ".")) }.map { UInt8(bitPattern: $0) }
    let name = String(decoding: bytes, as: UTF8.self).lowercased()
    let isLabel =
      !name.isEmpty
      && name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
    return isLabel && name != "localhost" ? name + ".local" : nil
  }

  private static let bridges = ["docker", "br-", "veth", "virbr", "cni", "flannel", "lxc"]

  private static func isReachable(_ address: NetworkAddress) -> Bool {
    let bytes = address.bytes
    if bytes.count == 16 { return bytes[0] & 0xfe == 0xfc }
    return LocalAuthority.permits(address) && !address.isLoopback && !(bytes[0] == 169 && bytes[1] == 254)
  }

  private static func address(_ pointer: UnsafeMutablePointer<sockaddr>?) -> NetworkAddress? {
    guard let pointer else { return nil }
    switch Int32(pointer.pointee.sa_family) {
    case AF_INET:
      return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { socket in
        NetworkAddress(bytes: withUnsafeBytes(of: socket.pointee.sin_addr) { Array($0) })
      }
    case AF_INET6:
      return pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { socket in
        NetworkAddress(bytes: withUnsafeBytes(of: socket.pointee.sin6_addr) { Array($0) })
      }
    case _: return nil
    }
  }
}
