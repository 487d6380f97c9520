import Agreement
import Glibc

/// OpenSSH's `ssh-keygen`, which signs and verifies: it knows agents, security keys and passphrases.
enum SSHKeygen {
  /// What `ssh-keygen` says of a signature.
  enum Verdict: Equatable {
    /// It is that person's signature of that text.
    case good
    /// It is not, with what was said.
    case bad(String)
    /// Nothing can be said, and why.
    case unknown(String)
  }

  /// Signs a text with the key in a file, or with the one in an agent whose public half is in a file.
  ///
  /// Whatever is to be asked, such as a passphrase, is asked by `ssh-keygen` on the terminal.
  /// - Throws: `Failure.couldNot` where nothing was signed, `Unreadable` for a key of another kind.
  static func signature(of text: String, withKeyAt path: String) throws -> ArmouredSignature {
    let key = open(path, O_RDONLY | O_CLOEXEC)
    guard key >= 0 else {
      throw Failure.couldNot(
        "cannot read the key \(path): \(String(cString: strerror(errno))); nothing was recorded")
    }
    close(key)

    let folder = try PrivateFolder()
    defer { folder.remove() }
    close(try folder.write(text, to: "contract"))
    let said = try folder.write("", to: "said")
    defer { close(said) }
    // On a terminal a person must see what is asked while it is asked.
    let isShown = isatty(STDERR_FILENO) == 1
    let program = Program(words: [
      "ssh-keygen", "-q", "-Y", "sign", "-n", ArmouredSignature.namespace, "-f", path.asFile,
      folder.file("contract"),
    ])
    let ending: Program.Ending
    do {
      ending = try program.run(Program.Streams(output: said, errors: isShown ? nil : said))
    } catch {
      throw Failure.couldNot("\(absence(error)); nothing was recorded")
    }
    switch ending {
    case .exited(0): break
    case .exited:
      let reason: Message =
        try isShown
        ? " (what it said stands above)" : ":\n\(Message(lines: Files.lines(folder.file("said"))))"
      throw Failure.couldNot("nothing was recorded, since ssh-keygen could not sign with \(path)\(reason)")
    case .signalled: throw Failure.couldNot("ssh-keygen was interrupted; nothing was recorded")
    }
    return try ArmouredSignature(Files.lines(folder.file("contract.sig")).joined(separator: "\n"))
  }

  /// Whether a signature is the one of `text` by the person of that address with that key.
  ///
  /// - Throws: `Failure.couldNot` where the files for it cannot be written.
  static func verdict(
    on signature: ArmouredSignature,
    of text: String,
    by email: Email,
    key: PublicKey
  ) throws -> Verdict {
    let folder = try PrivateFolder()
    defer { folder.remove() }
    close(try folder.write(signature.text, to: "signature"))
    close(try folder.write(AllowedSigners([(email, key)]).text, to: "allowed_signers"))
    let contract = try folder.write(text, to: "contract")
    let said = try folder.write("", to: "said")
    defer {
      close(contract)
      close(said)
    }
    let program = Program(words: [
      "ssh-keygen", "-Y", "verify", "-f", folder.file("allowed_signers"), "-I", email.text,
      "-n", ArmouredSignature.namespace, "-s", folder.file("signature"),
    ])
    let ending: Program.Ending
    do throws(Program.NotStarted) {
      ending = try program.run(Program.Streams(input: contract, output: said, errors: said))
    } catch {
      return .unknown(absence(error))
    }
    let words = try Files.lines(folder.file("said")).joined(separator: "; ")
    switch ending {
    case .exited(0): return .good
    case .signalled: return .unknown("ssh-keygen was interrupted")
    // Before 8.1 it knows no -Y; what it says then is its usage.
    case .exited where words.contains("usage:"):
      return .unknown("this ssh-keygen is too old; 8.2 or later can")
    // Nobody is accused because a program failed: only where it says that the signature is not the one.
    case .exited where refusals.contains { words.lowercased().contains($0) }: return .bad(words)
    case .exited(let code):
      return .unknown("ssh-keygen ended with \(code)\(words.isEmpty ? "" : ": \(words)")")
    }
  }

  /// How ssh-keygen says that a signature is not the one of a text by a key.
  private static let refusals = [
    "could not verify signature", "couldn't verify signature", "signature verification failed",
    "couldn't parse signature", "invalid signature",
  ]

  private static func absence(_ error: Program.NotStarted) -> String {
    error.isMissing
      ? "ssh-keygen is not installed; it comes with OpenSSH (on Debian: openssh-client)"
      : "ssh-keygen cannot be run: \(error)"
  }
}

extension String {
  /// The path in a form that no program takes for an option.
  fileprivate var asFile: String { hasPrefix("-") ? "./" + self : self }
}

extension Files {
  /// The lines of a small file, without the blank ones.
  fileprivate static func lines(_ path: String) throws -> [String] {
    let text = String(decoding: try read(path, limit: 1 << 20), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
