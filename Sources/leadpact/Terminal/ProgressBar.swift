import Glibc

/// How much of a file has been read, on standard error where that is a terminal; elsewhere nothing.
final class ProgressBar {
  private let total: Int
  private let label: String
  private let isShown: Bool
  private var done = 0
  private var shownPercent = -1

  private static let width = 30

  /// A bar for `total` bytes; none is drawn where the size is not known.
  init(_ label: String, total: Int?) {
    self.total = total ?? 0
    self.label = label
    self.isShown = (total ?? 0) > 0 && isatty(STDERR_FILENO) == 1
  }

  /// Counts bytes that were read.
  func advance(by bytes: Int) {
    done += bytes
    guard isShown else { return }
    let percent = min(100, done * 100 / total)
    guard percent != shownPercent else { return }
    shownPercent = percent
    let filled = percent * Self.width / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    draw("\(label) \(bar) \(percent) %")
  }

  /// Takes the bar away.
  func finish() {
    if isShown, shownPercent >= 0 { draw("") }
    shownPercent = -1
  }

  private func draw(_ text: String) {
    _ = Files.write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
  }
}
