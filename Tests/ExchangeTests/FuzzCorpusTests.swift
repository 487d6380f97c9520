import Exchange
import Foundation
import Testing

@testable import FuzzTargets

@Suite struct FuzzCorpusTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fuzzing/Corpora").standardizedFileURL

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [])
      .sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `whatever fuzzing came upon keeps the laws`(target: FuzzTarget) throws {
    let files = try Self.files(in: Self.corpora.appending(path: target.rawValue))
    #expect(files.count >= 10)
    for file in files {
      do {
        try target.check(Array(Data(contentsOf: file)))
      } catch {
        Issue.record("\(target.rawValue)/\(file.lastPathComponent): \(error)")
      }
    }
  }

  @Test func `each corpus is of a target, and all are small`() throws {
    let folders = try Self.files(in: Self.corpora)
    #expect(folders.map(\.lastPathComponent) == FuzzTarget.allCases.map(\.rawValue).sorted())
    let sizes = try folders.flatMap(Self.files).map { try Data(contentsOf: $0).count }
    #expect(sizes.reduce(0, +) <= 200_000)
  }

  @Test(
    arguments: [
      [], [(0, 1)], [(1, 0)], [(3, 1)], [(1, 5)], [(2, 2), (1, 1)], [(1, 2), (1, 2)],
    ] as [[(Int, Int)]])
  func `problems outside of a file, out of order or told twice break a law`(places: [(Int, Int)]) {
    let problems = places.map { Diagnostic(file: "f", line: $0.0, column: $0.1, message: "no") }
    #expect(throws: BrokenLaw.self) { try TextPlaces(of: Array("abc\nd".utf8)).check(problems) }
  }

  @Test func `places in a file break none`() throws {
    let problems = [(1, 1), (1, 4), (2, 2)].map {
      Diagnostic(file: "f", line: $0.0, column: $0.1, message: "no")
    }
    try TextPlaces(of: Array("abc\nd".utf8)).check(problems)
  }

  @Test(arguments: ["", "a,b", "1,5\n"])
  func `a reading tells apart what differs`(text: String) {
    let (bytes, limits) = (Array(text.utf8), CSVLimits())
    let reading = CSVReading(of: bytes, nil, limits, chunkSize: 2)
    #expect(reading == CSVReading(of: bytes, nil, limits, chunkSize: 3))
    #expect(reading != CSVReading(of: bytes + Array("x,\ny".utf8), nil, limits, chunkSize: 2))
  }
}
