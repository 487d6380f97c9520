import FaultVFS
import Foundation

/// A call of SQLite to the disk, before it is made.
struct DiskCall {
  /// In the order of `fault_call_kind`.
  enum Kind: UInt32, Hashable, Sendable, CaseIterable {
    case open, delete, access, read, write, truncate, sync, size, lock, shmMap, shmLock
  }

  let kind: Kind
  /// The name of the file in its folder.
  let file: String
  let bytes: UnsafeRawBufferPointer
  let offset: Int
  /// Whether a file that is opened is made, or the folder of one that is deleted is synced.
  let flag: Bool
}

/// SQLite's own way to the disk, with a judge before it that lets calls through or fails them.
final class WatchedDisk {
  enum Answer {
    case goOn
    /// It succeeds without being made.
    case skip
    /// It fails with an SQLite result code; of a write, so many bytes reach the file.
    case fail(Int32, written: Int = 0)
  }

  private let judge: (DiskCall) -> Answer

  /// - Parameter judge: is asked on the thread that uses the connection.
  init(judge: @escaping (DiskCall) -> Answer) { self.judge = judge }

  /// Lends a name to open connections through, none of which may outlive `body`.
  func lend<Result>(_ body: (_ vfs: String) throws -> Result) rethrows -> Result {
    let name = "watched-\(UUID().uuidString)"
    let disk = Unmanaged.passRetained(self)
    let vfs = fault_vfs_register(
      name,
      { context, call in
        guard let context, let call = call?.pointee, let kind = DiskCall.Kind(rawValue: call.kind.rawValue)
        else { return fault_answer() }
        return Unmanaged<WatchedDisk>.fromOpaque(context).takeUnretainedValue().answer(kind, call)
      },
      disk.toOpaque()
    )
    precondition(vfs != nil, "There is no room for another VFS")
    defer {
      let open = fault_vfs_open_files(vfs)
      precondition(open == 0, "\(open) files are open on a disk that is taken away")
      fault_vfs_unregister(vfs)
      disk.release()
    }
    return try body(name)
  }

  private func answer(_ kind: DiskCall.Kind, _ call: fault_call) -> fault_answer {
    let path = call.file.map { String(cString: $0) } ?? ""
    let watched = DiskCall(
      kind: kind,
      file: path.split(separator: "/").last.map(String.init) ?? "",
      bytes: UnsafeRawBufferPointer(start: call.bytes, count: call.bytes == nil ? 0 : Int(call.amount)),
      offset: Int(call.offset),
      flag: call.flag != 0
    )
    switch judge(watched) {
    case .goOn: return fault_answer()
    case .skip: return fault_answer(code: 0, written: 0, skip: 1)
    case .fail(let code, let written): return fault_answer(code: code, written: Int32(written), skip: 0)
    }
  }
}
