import Agreement
import Exchange
import Storage

/// A folder that `export` wrote, to be put back.
struct ArchiveFolder {
  private let path: String
  private let manifest: ArchiveManifest
  private let format: ArchiveFormat
  /// The files that are not as they were written, by their SHA-256.
  private let altered: [ArchiveManifest.File]

  /// Opens a folder, and compares its files with the manifest.
  ///
  /// - Throws: `Failure` where it is no archive, is of a newer leadpact, or does not hold everything.
  init(_ path: String) throws {
    self.path = path.trimmingSlashes
    let file = "\(self.path)/\(ArchiveManifest.fileName)"
    guard let manifest = ArchiveManifest(try Files.read(file, limit: 1 << 20)) else {
      throw Failure.badData("\(file) is no manifest of an archive that leadpact exports")
    }
    guard manifest.layout == ArchiveManifest.layout, manifest.schema <= Database.schemaVersion,
      let format = ArchiveFormat(rawValue: manifest.format)
    else {
      throw Failure.badData("\(path) was written by a newer leadpact; upgrade leadpact, then try again")
    }
    if let contract = manifest.contract {
      throw Failure.badData(
        "\(path) is of the contract \(contract) only, and cannot be put back; export without --contract")
    }
    guard manifest.file(of: .journal) != nil, manifest.file(of: .journalRows) != nil else {
      throw Failure.badData(
        "\(path) has not all tables, and cannot be put back; export without --table, or with journal and journal-rows"
      )
    }
    guard !manifest.files.contains(where: { $0.name.contains("/") }) else {
      throw Failure.badData("\(file) names a file outside \(path); take the archive as it was exported")
    }
    self.manifest = manifest
    self.format = format
    self.altered = try manifest.files.filter { file in
      try Files.digest(of: "\(path)/\(file.name)").hex != file.sha256
    }
  }

  /// Puts everything back into an empty database, all of it or nothing.
  ///
  /// - Throws: `Failure.badData` with the file and the line that are not as they were written.
  func restore(into database: Database) throws -> JournalHead {
    do {
      let entries = try reader(of: .journal)
      let rows = try reader(of: .journalRows)
      return try database.restore(
        entry: {
          try entries.next().map { line, values in
            guard let entry = ArchivedEntry(line: line, values) else {
              throw ArchiveFault(.journal, line: line, "it is no entry as leadpact writes it")
            }
            return entry
          }
        },
        row: {
          try rows.next().map { line, values in
            guard let row = ArchivedRow(line: line, values) else {
              throw ArchiveFault(.journalRows, line: line, "it is no row as leadpact writes it")
            }
            return row
          }
        },
        check: { try check(database) }
      )
    } catch let fault as ArchiveFault {
      throw failure(fault)
    }
  }

  private func reader(of table: ArchiveTable) throws(ArchiveFault) -> ArchiveReader {
    try ArchiveReader("\(path)/\(name(of: table))", of: table, as: format, isRaw: manifest.isRaw)
  }

  private func name(of table: ArchiveTable) -> String {
    manifest.file(of: table)?.name ?? "\(table.rawValue).\(format.rawValue)"
  }

  /// Compares the tables with what was put back.
  private func check(_ database: Database) throws {
    let archive = Archive(database: database, format: format, isRaw: manifest.isRaw)
    for table in ArchiveTable.allCases where !table.isSource && manifest.file(of: table) != nil {
      let file = try FileComparison("\(path)/\(name(of: table))")
      try archive.forEachPiece(of: table) { piece, _ in file.take(piece) }
      try file.finish()
      if let line = file.difference {
        throw ArchiveFault(table, line: line, "it is not what the journal of the archive says")
      }
    }
    if let file = altered.first {
      throw Failure.badData(
        "\(path)/\(file.name) was altered: its SHA-256 is not the one that the manifest gives\n\(Self.end)")
    }
    let head = try database.journalHead()
    guard head.number == manifest.journalEntries, head.hash.hex == manifest.journalHead else {
      throw ArchiveFault(
        .journal, line: nil,
        "it does not end in the entry that the manifest names; lines are missing at its end")
    }
  }

  private func failure(_ fault: ArchiveFault) -> Failure {
    let line = fault.line.map { ":\($0)" } ?? ""
    return .badData("\(path)/\(name(of: fault.table))\(line): \(fault.message)\n\(Self.end)")
  }

  private static let end: Message =
    "nothing was put back; take the archive as it was exported, or export it anew"
}
