import Agreement
import ArgumentParser
import Exchange
import Glibc
import Reporting
import Storage

/// What kept a command from its job, where no module has an error of its own for it.
enum Failure: Error {
  /// The command was called with words that it does not understand.
  case usage(Message)
  /// The command could not do its job.
  case couldNot(Message)
  /// A file holds what it should not.
  case badData(Message)
  /// The command did its job, and what it wrote says that an agreement is not kept.
  case breach

  /// Prints what went wrong and what to do, and ends the program with the code that says so.
  static func exit(with error: any Error) -> Never {
    guard let (code, message) = diagnosis(of: error) else { ParserAnswer(error).exit() }
    if let message { Terminal.complain(message) }
    Glibc.exit(code)
  }

  /// What to say of an error, in its own words where it is none of a command's.
  static func message(of error: any Error) -> Message { diagnosis(of: error)?.message ?? "\(error)" }

  private static func diagnosis(of error: any Error) -> (code: Int32, message: Message?)? {
    switch error {
    case Failure.usage(let message): (64, message)
    case let error as Unreadable: (64, "\(error)")
    case Failure.couldNot(let message): (1, message)
    case Failure.badData(let message): (2, message)
    case Failure.breach: (3, nil)
    case let error as InvalidContract:
      (1, Message(lines: error.problems.map { "\($0.path.joined(separator: ".")): \($0.message)" }))
    case let error as ContractFileError: (2, Message(lines: error.problems.map(\.description)))
    case let error as SettingsFileError: (2, Message(lines: error.problems.map(\.description)))
    case let error as ImportRefusal: (2, Message(lines: error.lines))
    case let error as ImportFileError: (2, Message(lines: error.lines))
    case let error as BadRows: (2, Message(lines: error.lines))
    case let error as DeliveryFileError: (2, Message(lines: error.lines))
    case let error as CSVError: (2, "\(error)")
    case let error as AmbiguousLeadType: (64, "\(error)")
    case let error as StorageError: (error.isDataFault ? 2 : 1, "\(error)")
    case let error as RecordingRefusal: (error.isUsage ? 64 : 1, "\(error)")
    case is ProposalRefusal, is SigningRefusal, is UnknownContract, is UnknownFigure, is Overflow,
      is ObservationRefusal, is UnknownName, is BackdatingRefusal, is DisputeRefusal, is WithdrawalRefusal,
      is RestoreRefusal:
      (1, "\(error)")
    default: nil
    }
  }
}

extension RecordingRefusal {
  /// Whether the words of the command were at fault rather than what is on record.
  fileprivate var isUsage: Bool { if case .negative = self { true } else { false } }
}
