import Foundation
import TestSupport

/// What was asked of a disk, in order.
enum DiskOperation {
  case make(file: String)
  case delete(file: String, syncsFolder: Bool)
  case write(file: String, at: Int, [UInt8])
  case truncate(file: String, to: Int)
  case sync(file: String)
}

/// A disk that loses its power: what was not synced may be there, or not, or in part.
struct SimulatedDisk {
  /// The smallest piece that is written whole.
  private static let sector = 512

  private struct File {
    var bytes: [UInt8]
    /// What was done to it since it was synced.
    var pending: [DiskOperation] = []
    /// Whether its name was not made durable since it was made.
    var isNew = true
  }

  private var files: [File] = []
  /// The files by their names, as programs see them.
  private var names: [String: Int] = [:]
  /// The files by their names, as they are on the disk for certain.
  private var durableNames: [String: Int] = [:]
  /// What became of the names since, in order.
  private var pendingNames: [(name: String, file: Int?)] = []

  /// A disk with one file, which is safe.
  init(_ name: String, _ bytes: [UInt8]) {
    files = [File(bytes: bytes, isNew: false)]
    names = [name: 0]
    durableNames = names
  }

  /// Does what was asked.
  mutating func perform(_ operation: DiskOperation) {
    switch operation {
    case .make(let name):
      names[name] = files.count
      pendingNames.append((name, files.count))
      files.append(File(bytes: []))
    case .delete(let name, let syncsFolder):
      names[name] = nil
      pendingNames.append((name, nil))
      if syncsFolder { syncNames() }
    case .write(let name, _, _), .truncate(let name, _):
      guard let file = names[name] else { return }
      files[file].pending.append(operation)
    case .sync(let name):
      guard let file = names[name] else { return }
      for operation in files[file].pending { Self.apply(operation, to: &files[file].bytes) }
      files[file].pending = []
      // SQLite syncs the folder with the first sync of a log that it has made.
      if files[file].isNew { syncNames() }
      files[file].isNew = false
    }
  }

  private mutating func syncNames() {
    durableNames = names
    pendingNames = []
  }

  /// How much of what was not synced is there after the power came back.
  enum Remainder: CaseIterable {
    case nothing, everything, some
  }

  /// What is on the disk after the power was lost now.
  func afterPowerLoss(_ remainder: Remainder, random: inout SplitMix64) -> [String: [UInt8]] {
    var found = durableNames
    let kept =
      switch remainder {
      case .nothing: 0
      case .everything: pendingNames.count
      case .some: random.int(0...pendingNames.count)
      }
    for (name, file) in pendingNames.prefix(kept) { found[name] = file }
    return found.mapValues { number in
      var bytes = files[number].bytes
      for operation in files[number].pending {
        switch remainder {
        case .nothing: break
        case .everything: Self.apply(operation, to: &bytes)
        case .some:
          for piece in Self.pieces(of: operation) where random.int(0...1) == 1 {
            Self.apply(piece, to: &bytes)
          }
        }
      }
      return bytes
    }
  }

  /// A write sector by sector, of which each may get through or not, the last of them in part.
  private static func pieces(of operation: DiskOperation) -> [DiskOperation] {
    guard case .write(let file, let offset, let bytes) = operation else { return [operation] }
    var pieces: [DiskOperation] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, ((offset + start) / sector + 1) * sector - offset)
      pieces.append(.write(file: file, at: offset + start, Array(bytes[start..<end])))
      start = end
    }
    return pieces
  }

  private static func apply(_ operation: DiskOperation, to bytes: inout [UInt8]) {
    switch operation {
    case .write(_, let offset, let written):
      let end = offset + written.count
      if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
      bytes.replaceSubrange(offset..<end, with: written)
    case .truncate(_, let size):
      if bytes.count > size { bytes.removeLast(bytes.count - size) }
    case .make, .delete, .sync: break
    }
  }
}
