import Agreement
import Exchange
import Glibc
import Storage

/// A file that is read once from its start to its end: its bytes are hashed and its progress is shown on the way.
final class ImportSource {
  /// What to call it.
  let name: String
  /// Where its bytes come from.
  let input: CSVInput

  private var hash = RunningDigest()
  private let progress: ProgressBar

  init(_ path: String) throws {
    self.name = Files.name(of: path)
    self.input = path == "-" ? .standardInput : .file(path)
    self.progress = ProgressBar(name, total: path == "-" ? nil : try Files.size(of: path))
  }

  /// Takes note of bytes that were read.
  var take: ChunkTap {
    { [self] bytes in
      bytes.withUnsafeBytes { hash.add($0) }
      progress.advance(by: bytes.count)
    }
  }

  /// Hands on row after row, and goes on after a bad one to find them all.
  ///
  /// - Returns: the SHA-256 of all bytes.
  /// - Throws: `BadRows` with every row that cannot be read, and what `each` throws.
  func pump<Row>(next: () throws(RowProblem) -> Row?, each: (Row) throws -> Void) throws -> Digest {
    var problems = BadRows(file: name)
    reading: while true {
      let row: Row
      do throws(RowProblem) {
        guard let found = try next() else { break }
        row = found
      } catch {
        problems.add(error)
        guard error.isLimitedToItsRow else { break reading }
        continue
      }
      // Once a row is bad nothing will be recorded, and the rest is only looked through.
      if problems.isEmpty { try each(row) }
    }
    progress.finish()
    guard problems.isEmpty else { throw problems }
    return hash.digest
  }

  /// Takes the progress away.
  func finish() { progress.finish() }
}
