/// A moment as an author dates an article: an exact instant and the offset to show it in.
package struct ArticleDate: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package var seconds: Int64
  /// Minutes east of UTC of the zone it is shown in.
  package var offsetMinutes: Int

  package init(seconds: Int64, offsetMinutes: Int) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  package static func < (left: ArticleDate, right: ArticleDate) -> Bool { left.seconds < right.seconds }

  /// Calendar fields in its own zone (proleptic Gregorian).
  package struct Fields: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int

    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
      self.year = year
      self.month = month
      self.day = day
      self.hour = hour
      self.minute = minute
      self.second = second
    }
  }

  package var fields: Fields {
    let local = seconds + Int64(offsetMinutes) * 60
    let days = Int(local >= 0 ? local / 86400 : (local - 86399) / 86400)
    let rest = Int(local - Int64(days) * 86400)
    let (year, month, day) = Self.civil(fromDays: days)
    return Fields(year: year, month: month, day: day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
  }

  /// The instant of these local fields at that offset; fields are taken as they are, ranges are the caller's care.
  package init(fields: Fields, offsetMinutes: Int) {
    let days = Self.days(fromCivil: fields.year, fields.month, fields.day)
    let local = Int64(days) * 86400 + Int64(fields.hour * 3600 + fields.minute * 60 + fields.second)
    self.init(seconds: local - Int64(offsetMinutes) * 60, offsetMinutes: offsetMinutes)
  }

  // Days since 1970-01-01 to year, month, day and back, in eras of 400 years that begin on 1 March.
  private static func civil(fromDays days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func days(fromCivil year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
