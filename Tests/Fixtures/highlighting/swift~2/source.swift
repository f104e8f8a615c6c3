import Foundation
import Synchronization

/// What may go wrong when a parcel is weighed.
public enum ParcelError: Error, Equatable {
  case tooHeavy(kilograms: Double, limit: Double)
  case unknownCountry(String)
  case empty
}

@frozen
public struct Parcel: Hashable, Codable, Sendable {
  public let id: UUID
  public private(set) var items: [Item] = []
  var country: String

  public struct Item: Hashable, Codable, Sendable {
    var name: String
    var grams: Int
    var isFragile = false
  }

  public init(to country: String) {
    id = UUID()
    self.country = country
  }

  /// 总重，千克。
  public var weight: Double { items.reduce(0) { $0 + Double($1.grams) } / 1_000 }

  public subscript(name: String) -> Item? {
    get { items.first { $0.name == name } }
    set {
      items.removeAll { $0.name == name }
      if let newValue { items.append(newValue) }
    }
  }

  public mutating func add(_ item: Item, times count: Int = 1) {
    precondition(count > 0, "count must be positive")
    for _ in 0..<count { items.append(item) }
  }
}

protocol Tariff {
  associatedtype Money: AdditiveArithmetic & Comparable
  static var limit: Double { get }
  func price(of parcel: borrowing Parcel) throws(ParcelError) -> Money
}

struct FlatTariff: Tariff {
  static let limit = 30.0
  private let zones: [String: Int] = ["CN": 8, "DE": 42, "JP": 31]

  func price(of parcel: borrowing Parcel) throws(ParcelError) -> Int {
    guard !parcel.items.isEmpty else { throw .empty }
    guard parcel.weight <= Self.limit else {
      throw .tooHeavy(kilograms: parcel.weight, limit: Self.limit)
    }
    guard let base = zones[parcel.country] else { throw .unknownCountry(parcel.country) }
    switch parcel.weight {
    case ..<0.5: return base
    case 0.5..<5: return base * 2
    default: return base * 2 + Int((parcel.weight - 5).rounded(.up)) * 3
    }
  }
}

actor Counter<T: Tariff> where T.Money == Int {
  private let tariff: T
  private var takings = 0
  private(set) var log: [(Parcel, Result<Int, ParcelError>)] = []

  init(_ tariff: T) { self.tariff = tariff }

  @discardableResult
  func accept(_ parcel: Parcel) -> Result<Int, ParcelError> {
    let result = Result { () throws(ParcelError) in try tariff.price(of: parcel) }
    if case .success(let price) = result { takings += price }
    log.append((parcel, result))
    return result
  }

  nonisolated func describe(_ error: ParcelError) -> String {
    switch error {
    case .tooHeavy(let kilograms, let limit): "重 \(kilograms) 千克，超过 \(limit) 千克"
    case .unknownCountry(let name): """
      没有去 \(name) 的邮路，\
      请换一种。
      """
    case .empty: "包裹是空的"
    }
  }
}

extension Sequence where Element: Numeric {
  func total() -> Element { reduce(.zero, +) }
}

#if os(Linux)
let platform = "Linux"
#else
let platform = "elsewhere"
#endif

@main
enum Desk {
  static func main() async {
    var parcel = Parcel(to: "CN")
    parcel.add(.init(name: "book", grams: 0x1F4), times: 3)
    parcel["vase"] = Parcel.Item(name: "vase", grams: 900, isFragile: true)
    let desk = Counter(FlatTariff())
    async let first = desk.accept(parcel)
    if case .failure(let error) = await first { print(desk.describe(error)) }
    let widths = [1.5, 2, 3e1].map { $0 * 2 }
    print(platform, widths.total(), parcel.items is [Any] ? true : false)
  }
}
