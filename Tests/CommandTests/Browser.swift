import Foundation

/// Headless Chromium, as Debian has it: what a page looks like to a reader can be measured.
enum Browser {
  /// The program; nil where there is none.
  static let program: URL? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first(where: FileManager.default.isExecutableFile).map { URL(fileURLWithPath: $0) }

  /// What a page shows on a screen of some width.
  struct View: Decodable {
    /// The width in pixels.
    let width: Int
    /// How wide the page is.
    let scroll: Int
    /// What stands out on the right beyond the screen.
    let over: [String]
    /// Words of charts that stand on each other.
    let clash: [String]
    /// What the page asked for besides itself.
    let requests: [String]
    /// How high each chart is.
    let charts: [Int]
  }

  /// There is no program, or it said nothing of use.
  struct Failed: Error { let output: String }

  /// Looks at pages in `folder`, each in a frame of the width that goes with it.
  static func views(of pages: [(file: String, width: Int)], in sandbox: Sandbox) async throws -> [View] {
    let frames = pages.map { "<iframe src='\($0.file)' width='\($0.width)' height='800'></iframe>" }
    let harness = sandbox.home.appendingPathComponent("harness.html")
    try Data("<!doctype html><body>\(frames.joined())<script>\(script)</script>".utf8).write(to: harness)
    let said = try await run(
      ["--allow-file-access-from-files", "--window-size=1600,900", "--dump-dom", harness.absoluteString],
      in: sandbox)
    guard let match = said.firstMatch(of: #/<pre>(.*?)</pre>/#) else { throw Failed(output: said) }
    let json = String(match.1).replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">")
    return try JSONDecoder().decode([View].self, from: Data(json.utf8))
  }

  /// Prints a page of `sandbox`, and counts the sheets and tells their size in points.
  static func sheets(of file: String, in sandbox: Sandbox) async throws -> (count: Int, sizes: Set<String>) {
    let pdf = sandbox.home.appendingPathComponent("\(file).pdf")
    _ = try await run(
      [
        "--no-pdf-header-footer", "--print-to-pdf=\(pdf.path)",
        sandbox.home.appendingPathComponent(file).absoluteString,
      ], in: sandbox)
    let text = String(decoding: try Data(contentsOf: pdf), as: UTF8.self)
    let sizes = text.matches(of: #/\/MediaBox \[0 0 ([0-9]+)[0-9.]* ([0-9]+)/#).map { "\($0.1) × \($0.2)" }
    return (text.matches(of: #/\/Type \/Page\b/#).count, Set(sizes))
  }

  private static func run(_ arguments: [String], in sandbox: Sandbox) async throws -> String {
    guard let program else { throw Failed(output: "no browser") }
    let profile = sandbox.scratch.appendingPathComponent("profile").path
    let always = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
      "--no-first-run", "--user-data-dir=\(profile)", "--host-resolver-rules=MAP * ~NOTFOUND",
    ]
    let browser = ChildProcess(
      executable: program, arguments: always + arguments, environment: sandbox.environment,
      folder: sandbox.home)
    return try await browser.consequence(in: sandbox).stdout
  }

  private static let script = """
    addEventListener('load', () => {
      const seen = [...document.querySelectorAll('iframe')].map(frame => {
        const page = frame.contentDocument, width = frame.clientWidth;
        const box = e => e.getBoundingClientRect();
        const over = [...page.querySelectorAll('body *')]
          .filter(e => !e.closest('.table, pre, .quiet, .skip') && box(e).right > width + 1)
          .map(e => e.tagName + ': ' + e.textContent.slice(0, 40));
        const clash = [];
        for (const chart of page.querySelectorAll('svg[role=img]')) {
          const words = [...chart.querySelectorAll('text')].map(e => [e.textContent, box(e)]);
          words.forEach(([one, a], i) => words.slice(i + 1).forEach(([other, b]) => {
            if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
              clash.push(one + ' / ' + other);
          }));
        }
        return {
          width, scroll: page.documentElement.scrollWidth, over, clash,
          requests: frame.contentWindow.performance.getEntriesByType('resource').map(e => e.name),
          charts: [...page.querySelectorAll('figure')].map(e => Math.ceil(box(e).height)),
        };
      });
      document.body.innerHTML = '<pre></pre>';
      document.querySelector('pre').textContent = JSON.stringify(seen);
    });
    """
}
