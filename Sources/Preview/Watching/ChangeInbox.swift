internal import Synchronization

/// Batches on their way to the one who reads them: what comes while a build runs is one batch.
final class ChangeInbox: Sendable {
  let stream: AsyncStream<ChangeBatch>
  private let signal: AsyncStream<Void>.Continuation
  private let isFinished = Mutex(false)
  private let pending: PendingChanges

  init() {
    let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let pending = PendingChanges()
    self.signal = signal
    self.pending = pending
    let iterator = SignalIterator(signals)
    stream = AsyncStream(unfolding: {
      while await iterator.next() {
        let batch = pending.take()
        if !batch.isEmpty { return batch }
      }
      return nil
    })
  }

  func put(_ batch: ChangeBatch) {
    guard !batch.isEmpty else { return }
    pending.add(batch)
    signal.yield()
  }

  /// - Returns: false when it was finished before.
  func finish() -> Bool {
    let isFirst = isFinished.withLock { isFinished in
      defer { isFinished = true }
      return !isFinished
    }
    if isFirst { signal.finish() }
    return isFirst
  }
}

private final class PendingChanges: Sendable {
  private let batch = Mutex(ChangeBatch())
  func add(_ other: ChangeBatch) { batch.withLock { $0.add(other) } }
  func take() -> ChangeBatch {
    batch.withLock { batch in
      defer { batch = ChangeBatch() }
      return batch
    }
  }
}

/// The one reader of the signals.
private actor SignalIterator {
  private let signals: AsyncStream<Void>
  init(_ signals: AsyncStream<Void>) { self.signals = signals }
  func next() async -> Bool {
    for await _ in signals { return true }
    return false
  }
}
