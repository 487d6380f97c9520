import Foundation
import TestSupport

/// What can happen to the files of a database while nobody looks.
enum Damage: CaseIterable {
  case flippedBits, cutTail, swappedPages, overwrittenPage, stalePage
  case deletedLog, staleLog, flippedBitsInLog, cutLog, strangeIndex

  /// A database's file and its write-ahead log, where it has one.
  struct Files: Equatable {
    var database: Data
    var log: Data?
    var index: Data?
  }

  private static let pageSize = 4_096

  /// Does it to `state.files`, with what the file was earlier at hand.
  func done(to state: DamagedBooks.State, earlier: DamagedBooks.State, random: inout SplitMix64) -> Files {
    var files = state.files
    switch self {
    case .flippedBits: Self.flip(&files.database, &random)
    case .cutTail: files.database = files.database.prefix(random.int(0...files.database.count - 1))
    case .swappedPages:
      let (one, other) = (Self.page(of: files.database, &random), Self.page(of: files.database, &random))
      let kept = Data(files.database[one])
      files.database.replaceSubrange(one, with: Data(files.database[other]))
      files.database.replaceSubrange(other, with: kept)
    case .overwrittenPage:
      let page = Self.page(of: files.database, &random)
      let byte = UInt8(random.int(0...255))
      files.database.replaceSubrange(page, with: Data(repeating: byte, count: page.count))
    case .stalePage:
      let page = Self.page(of: earlier.whole, &random)
      if page.upperBound <= files.database.count {
        files.database.replaceSubrange(page, with: earlier.whole[page])
      }
    case .deletedLog: files.log = nil
    case .staleLog: files = Files(database: state.whole, log: earlier.files.log)
    case .flippedBitsInLog: if files.log != nil { Self.flip(&files.log!, &random) }
    case .cutLog: files.log = files.log.map { $0.prefix(random.int(0...$0.count)) }
    case .strangeIndex:
      files.index = Data((0..<32_768).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }
    return files
  }

  private static func flip(_ bytes: inout Data, _ random: inout SplitMix64) {
    for _ in 0..<(1 << random.int(0...4)) {
      bytes[bytes.startIndex + random.int(0...bytes.count - 1)] ^= 1 << UInt8(random.int(0...7))
    }
  }

  private static func page(of bytes: Data, _ random: inout SplitMix64) -> Range<Int> {
    let start = random.int(0...bytes.count / pageSize - 1) * pageSize
    return start..<start + pageSize
  }
}
