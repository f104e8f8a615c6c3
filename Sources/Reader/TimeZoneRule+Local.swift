import Manuscript

extension ArticleDate {
  /// The instant at which clocks of a zone show these fields, shown in that zone.
  ///
  /// Where clocks are set back, the earlier of the two; where they are set forward over it, what the old offset says.
  init(local fields: Fields, zone: TimeZoneRule) {
    let local = ArticleDate(fields: fields, offsetMinutes: 0).seconds
    // A day earlier no change of this day has happened yet, a day later all have.
    let before = zone.minutes(at: local - 86400)
    let after = zone.minutes(at: local + 86400)
    let instant = local - Int64(before) * 60
    if before == after || zone.minutes(at: instant) == before {
      self.init(seconds: instant, offsetMinutes: zone.minutes(at: instant))
    } else if zone.minutes(at: local - Int64(after) * 60) == after {
      self.init(seconds: local - Int64(after) * 60, offsetMinutes: after)
    } else {
      self.init(seconds: instant, offsetMinutes: zone.minutes(at: instant))
    }
  }
}
