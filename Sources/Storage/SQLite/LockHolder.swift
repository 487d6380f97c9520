import Glibc

/// The process that is writing to a database, so that whoever waits knows for whom.
public struct LockHolder: Hashable, Sendable {
  /// The number of the process.
  public let process: Int
  /// The name of the program that it runs.
  public let program: String

  /// Names a process.
  public init(process: Int, program: String) {
    self.process = process
    self.program = program
  }

  /// Finds the process that holds the lock on writing to the database at `path`; nil where the system does not tell.
  ///
  /// Linux lists the locks in `/proc/locks`. `fcntl(F_GETLK)` would tell more systems' too, but on a descriptor of our
  /// own, and closing that drops the locks that SQLite holds for us.
  init?(writing path: String) {
    let databases = [
      // https://www.sqlite.org/walformat.html#wal_locks, and the locks of a file that is not in WAL mode.
      (inode: Self.inode(of: path + "-shm"), bytes: 120...120),
      (inode: Self.inode(of: path), bytes: 0x4000_0000...0x4000_01FF),
    ]
    for line in Self.text(of: "/proc/locks").split(separator: "\n") {
      // 1: POSIX  ADVISORY  WRITE 4711 08:01:131077 120 120
      let fields = line.split(separator: " ")
      guard fields.count == 8, fields[3] == "WRITE",
        let process = Int(fields[4]), process > 0, process != Int(getpid()),
        // The device is left out: layered file systems list another one than `stat` tells.
        let inode = fields[5].split(separator: ":").last.flatMap({ UInt($0) }),
        let first = Int(fields[6]),
        let last = fields[7] == "EOF" ? Int.max : Int(fields[7]), first <= last,
        databases.contains(where: { $0.inode == inode && $0.bytes.overlaps(first...last) })
      else { continue }
      let program = Self.text(of: "/proc/\(process)/comm").prefix { $0 != "\n" }
      guard !program.isEmpty else { continue }
      self.init(process: process, program: String(program))
      return
    }
    return nil
  }

  private static func inode(of path: String) -> UInt? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt(status.st_ino) : nil
  }

  /// The text of one of the system's own files; empty where there is none.
  private static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}

extension LockHolder: CustomStringConvertible {
  /// `leadpact (process 4711)`.
  public var description: String { "\(program) (process \(process))" }
}
