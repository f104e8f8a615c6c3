import TestSupport

/// One input for libFuzzer (see `MessageProbe`).
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let data else { return 0 }
  if let fault = MessageProbe.fault(Array(UnsafeBufferPointer(start: data, count: count))) { preconditionFailure(fault) }
  return 0
}
