internal import NIOConcurrencyHelpers
internal import NIOCore

/// The open connections: how many, from where, and how to bid them farewell.
final class ConnectionRegister: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var perPeer: [String: Int] = [:]
  }

  private let limits: ServerLimits
  private let state = NIOLockedValueBox(State())

  init(limits: ServerLimits) { self.limits = limits }

  var count: Int { state.withLockedValue { $0.channels.count } }

  /// Takes a connection in, or refuses it where there are too many. It leaves by itself when it closes.
  func admit(_ channel: any Channel) -> Bool {
    let peer = channel.remoteAddress?.ipAddress ?? ""
    let isCounted = !(NetworkAddress(peer)?.isLoopback ?? false)
    let key = ObjectIdentifier(channel)
    let isAdmitted = state.withLockedValue { state in
      guard state.channels.count < limits.mostConnections else { return false }
      if isCounted {
        guard state.perPeer[peer, default: 0] < limits.mostConnectionsPerPeer else { return false }
        state.perPeer[peer, default: 0] += 1
      }
      state.channels[key] = channel
      return true
    }
    guard isAdmitted else { return false }
    channel.closeFuture.whenComplete { [state] _ in
      state.withLockedValue { state in
        state.channels[key] = nil
        guard isCounted, let count = state.perPeer[peer] else { return }
        state.perPeer[peer] = count > 1 ? count - 1 : nil
      }
    }
    return true
  }

  /// Tells all of them that the server stops; returns when all have gone or the time is over.
  func drain() async {
    let channels = state.withLockedValue { Array($0.channels.values) }
    for channel in channels { channel.pipeline.fireUserInboundEventTriggered(FarewellEvent(isLast: false)) }
    let step = 20
    for _ in 0..<(limits.secondsForFarewell * 1_000 / step) {
      if count == 0 { return }
      try? await Task.sleep(for: .milliseconds(step))
    }
    for channel in state.withLockedValue({ Array($0.channels.values) }) {
      channel.pipeline.fireUserInboundEventTriggered(FarewellEvent(isLast: true))
    }
  }
}

/// Sent down every connection when the server stops: idle ones close at once, the others after their response, and at the
/// last one all.
struct FarewellEvent: Sendable {
  var isLast: Bool
}
