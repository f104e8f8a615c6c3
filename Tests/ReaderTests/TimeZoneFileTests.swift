import Foundation
import Manuscript
import Testing

@testable import Reader

@Suite struct TimeZoneFileTests {
  /// A version 2 file (RFC 8536) with an empty first block; `types` are offsets in seconds.
  static func file(types: [Int32], times: [(Int64, UInt8)], footer: String) -> [UInt8] {
    func header(_ counts: [Int32]) -> [UInt8] {
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts.flatMap(bigEndian)
    }
    func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
    var file = header([0, 0, 0, 0, 1, 1]) + [0, 0, 0, 0, 0, 0, 0]
    file += header([0, 0, 0, Int32(times.count), Int32(types.count), 4])
    file += times.flatMap { bigEndian($0.0) } + times.map(\.1)
    file += types.flatMap { bigEndian($0) + [0, 0] } + [0x41, 0x42, 0x43, 0]
    return file + [0x0A] + Array(footer.utf8) + [0x0A]
  }

  @Test func rulesWithoutChange() {
    #expect(TimeZoneFile.rule(Self.file(types: [28800], times: [], footer: "CST-8")) == .fixed(minutes: 480))
    let changing = TimeZoneFile.rule(Self.file(types: [29143, 28800], times: [(-2_177_481_943, 1)], footer: "CST-8"))
    #expect(changing?.minutes(at: 0) == 480)
    #expect(changing?.minutes(at: -3_000_000_000) == 486)
  }

  /// Both hemispheres, a negative and a late hour, by the footer alone.
  @Test(arguments: [
    ("EST5EDT,M3.2.0,M11.1.0", -18000, 1_710_054_000, -240, 1_730_613_600, -300),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 3600, 1_711_846_800, 120, 1_729_990_800, 60),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", 36000, 1_728_144_000, 660, 1_712_419_200, 600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200, 1_711_846_800, -60, 1_729_990_800, -120),
  ])
  func footers(footer: String, offset: Int32, start: Int64, daylight: Int, end: Int64, standard: Int) throws {
    let rule = try #require(TimeZoneFile.rule(Self.file(types: [offset], times: [], footer: footer)))
    #expect(rule.minutes(at: start - 1) == standard)
    #expect(rule.minutes(at: start) == daylight)
    #expect(rule.minutes(at: end - 1) == daylight)
    #expect(rule.minutes(at: end) == standard)
  }

  @Test func damagedFiles() {
    let file = Self.file(types: [0, 3600], times: [(0, 1), (100, 0)], footer: "UTC0")
    for count in 0..<file.count { _ = TimeZoneFile.rule(Array(file[..<count])) }
    for index in file.indices {
      for byte: UInt8 in [0, 1, 0x7F, 0xFF] {
        var changed = file
        changed[index] = byte
        _ = TimeZoneFile.rule(changed)
      }
    }
    #expect(TimeZoneFile.rule([]) == nil)
    #expect(TimeZoneFile.rule(Array(file[..<50])) == nil)
    #expect(TimeZoneFile.rule(Self.file(types: [0], times: [(0, 1)], footer: "UTC0")) == nil)
  }

  /// Against Foundation's reading of the same database, where the machine has one.
  static let hasDatabase = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Shanghai")

  @Test(
    .enabled(if: hasDatabase, "no zone database on this machine"),
    arguments: [
      "Asia/Shanghai", "America/New_York", "Europe/London", "Europe/Dublin", "Australia/Sydney", "Asia/Kolkata",
      "America/Nuuk", "Africa/Casablanca", "UTC", "Etc/GMT-8",
    ])
  func zoneDatabase(name: String) throws {
    let data = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))
    let zone = try #require(TimeZone(identifier: name))
    let rule = try #require(TimeZoneFile.rule(Array(data)))
    for seconds in stride(from: Int64(0), to: 2_524_608_000, by: 86_400 * 5 + 3601) {
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) / 60
      #expect(rule.minutes(at: seconds) == expected, "\(name) at \(seconds)")
    }
  }
}
