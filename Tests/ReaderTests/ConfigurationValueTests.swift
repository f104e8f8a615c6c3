import Testing

@testable import Reader

/// Values that people write in more than one way: sizes and offsets.
@Suite struct ConfigurationValueTests {
  @Test(arguments: [
    ("1", 1), ("1048576", 1 << 20), ("20MB", 20 << 20), ("20 mb", 20 << 20), ("1.5MiB", 3 << 19), ("512 KB", 512 << 10),
    ("2GB", 2 << 30), ("100B", 100),
  ])
  func sizes(text: String, bytes: Int) { #expect(ConfigurationSize.bytes(text) == bytes) }

  @Test(arguments: [
    "", "0", "MB", "-1", "1.2.3MB", "20 PB", "9999999TB", "1e3", "99999999999999999999GB", "20MB x", "٣MB",
  ])
  func badSizes(text: String) { #expect(ConfigurationSize.bytes(text) == nil) }

  @Test(arguments: [
    ("+08:00", 480), ("-0330", -210), ("+8", 480), ("UTC", 0), ("Z", 0), ("utc+5:30", 330), ("GMT-3", -180),
    ("+14", 840),
  ])
  func offsets(text: String, minutes: Int) { #expect(TimeZoneName.fixedOffset(text) == minutes) }

  @Test(arguments: ["", "+", "8", "+15", "+08:60", "+8:0", "+08:000", "Asia/Shanghai", "CST", "+８"])
  func noOffsets(text: String) { #expect(TimeZoneName.fixedOffset(text) == nil) }
}
