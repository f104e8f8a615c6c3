import Foundation

/// Processor seconds of this thread that some work takes: what stands beside it on the machine does not count, so bounds on
/// growth hold on a busy one too. The work must stay on this thread.
package func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  var begin = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin)
  try work()
  var end = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
  return Double(end.tv_sec - begin.tv_sec) + Double(end.tv_nsec - begin.tv_nsec) / 1e9
}
