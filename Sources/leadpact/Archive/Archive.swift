import Agreement
import Exchange
import Glibc
import Storage

/// What is written of a database, and how.
struct Archive {
  let database: Database
  var contract: Name?
  var asOf: Day?
  var format = ArchiveFormat.csv
  var isRaw = false

  /// Hands over the bytes of a table, heading and rows, in the memory of one row.
  func forEachPiece(of table: ArchiveTable, _ body: (_ piece: [UInt8], _ isRow: Bool) throws -> Void) throws {
    let encoder = ArchiveEncoder(table, as: format, isRaw: isRaw)
    var piece: [UInt8] = []
    encoder.heading(into: &piece)
    try body(piece, false)
    try database.forEachRow(of: table, contract: contract, asOf: asOf) { values in
      piece.removeAll(keepingCapacity: true)
      encoder.row(values, into: &piece)
      try body(piece, true)
    }
  }

  /// Writes a file for each table, and the manifest, to a new folder: all of it or nothing.
  ///
  /// - Throws: `Failure.couldNot` where anything stands there but an empty folder.
  func write(_ tables: [ArchiveTable], to folder: String) throws -> ArchiveManifest {
    guard try Files.isFree(forFolder: folder) else {
      throw Failure.couldNot(
        "\(folder) is there already and is never overwritten; choose another name, or move it away first")
    }
    let target = folder.trimmingSlashes
    let partial = "\(target).\(getpid()).partial"
    guard mkdir(partial, 0o700) == 0 else {
      throw Failure.couldNot("cannot write \(folder): \(String(cString: strerror(errno)))")
    }
    do {
      let manifest = try database.reading {
        // What is read first fixes the moment that is written.
        let head = try database.journalHead(asOf: asOf)
        let files = try tables.map { try write($0, into: partial) }
        return ArchiveManifest(
          schema: Database.schemaVersion, journalEntries: head.number, journalHead: head.hash,
          contract: contract, asOf: asOf, format: format, isRaw: isRaw, files: files)
      }
      let file = try OutputFile("\(partial)/\(ArchiveManifest.fileName)")
      file.buffer = try manifest.json()
      _ = try file.finish()
      guard rename(partial, target) == 0 else {
        throw Failure.couldNot("cannot write \(folder): \(String(cString: strerror(errno)))")
      }
      return manifest
    } catch {
      for table in tables { unlink("\(partial)/\(fileName(of: table))") }
      unlink("\(partial)/\(ArchiveManifest.fileName)")
      rmdir(partial)
      throw error
    }
  }

  private func fileName(of table: ArchiveTable) -> String { "\(table.rawValue).\(format.rawValue)" }

  private func write(_ table: ArchiveTable, into folder: String) throws -> ArchiveManifest.File {
    let name = fileName(of: table)
    let file = try OutputFile("\(folder)/\(name)")
    var rows = 0
    try forEachPiece(of: table) { piece, isRow in
      file.buffer += piece
      if isRow { rows += 1 }
      try file.flushIfFull()
    }
    let digest = try file.finish()
    return ArchiveManifest.File(name: name, table: table, rows: rows, bytes: file.bytes, sha256: digest)
  }
}

extension String {
  /// The path of a folder without the slashes that it may end in.
  var trimmingSlashes: String {
    var path = self[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }
}
