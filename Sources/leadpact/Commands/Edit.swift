import Agreement
import ArgumentParser
import Exchange
import Reporting
import Storage

extension ContractCommand {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "Edit the newest version in your editor, and propose what comes back.",
      discussion: """
        leadpact contract edit acme-2026
        EDITOR='code --wait' leadpact contract edit --note 'the reps of June'

        Opens the file as it was proposed, comments included, in $VISUAL, $EDITOR, the editor that is set \
        ('leadpact config set editor nano'), or vi. What comes back is checked, shown as a list of changes, and proposed \
        once you confirm; off a terminal say --yes. Where it cannot be read you may edit again, and a text that was not \
        proposed is kept.
        """)

    @Argument(
      help: "The contract's name; may be left out where there is only one, or one is set.",
      completion: .contracts)
    var name: String?
    @Option(help: "Why, for those who read the history.") var note: String?
    @Flag(help: "Propose what comes back without a confirmation.") var yes = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard yes || Terminal.isInteractive else {
        throw Failure.usage("this is not a terminal, so confirm with --yes that what comes back is proposed")
      }
      let command = try common.found(.editor)
      let editor = try Editor(command?.value ?? "vi", from: command.map { "\($0.origin)" } ?? "default")
      let database = try common.open(for: .recording(create: false))
      let draft = try database.reading {
        try ContractDraft(of: database.contractName(name), in: database, on: common.now().day)
      }
      if let notice = draft.notice { Terminal.note("note: \(notice)") }
      let file = try PrivateFile(named: "contract.yaml", holding: draft.text)
      do {
        let outcome = try edit(file, draft, with: editor)
        switch outcome {
        case .unchanged: Terminal.note("The text is as it was; nothing to propose.")
        case .reworded:
          return Terminal.note(
            "Only comments, spacing or the order of keys differ, and nobody signs those; nothing to propose. "
              + "Your text is kept in \(file.path).")
        case .changed(let contract, let source): try propose(contract, source, draft, in: database)
        }
        file.remove()
      } catch {
        keep(file, unlessAsIn: draft)
        throw error
      }
    }

    /// Says where a text is that was written and not proposed: whatever goes wrong, it is not lost.
    private func keep(_ file: PrivateFile, unlessAsIn draft: ContractDraft) {
      do {
        if try !draft.differs(from: Files.read(file.path)) { return file.remove() }
        Terminal.note("Your text is kept in \(file.path).")
      } catch {
        Terminal.note("What the editor has left is in \(Files.folder(of: file.path)).")
      }
    }

    private enum Outcome {
      case unchanged
      /// Only what nobody signs differs.
      case reworded
      case changed(Contract, source: String)
    }

    /// Has the file edited until it can be proposed and is wanted so.
    private func edit(_ file: PrivateFile, _ draft: ContractDraft, with editor: Editor) throws -> Outcome {
      let questions = Questions(onEnd: "stopped; nothing was proposed")
      while true {
        try editor.edit(file.path)
        let bytes = try Files.read(file.path)
        guard draft.differs(from: bytes) else { return .unchanged }
        do {
          guard let contract = try draft.contract(from: bytes, file: file.path) else { return .reworded }
          try show(contract, draft)
          if yes { return .changed(contract, source: draft.source(from: bytes)) }
          let number = draft.version.number + 1
          switch try questions.choose("\nPropose this as version \(number)?", among: ["no", "yes", "edit"]) {
          case "yes": return .changed(contract, source: draft.source(from: bytes))
          case "no": throw Failure.couldNot("not confirmed; nothing was proposed")
          default: continue
          }
        } catch let problem where problem is ContractFileError || problem is ProposalRefusal {
          guard Terminal.isInteractive else { throw problem }
          Terminal.complain(Failure.message(of: problem))
          guard try questions.choose("Edit again, or leave?", among: ["edit", "leave"]) == "edit" else {
            throw Failure.badData("nothing was proposed")
          }
        }
      }
    }

    /// Shows what would change.
    private func show(_ contract: Contract, _ draft: ContractDraft) throws {
      let sheet = try DiffSheet(
        from: draft.version, to: contract, called: "version \(draft.version.number + 1)")
      Terminal.say(sheet.document.rendered(as: .text, layout: TextRenderer(width: Terminal.width)))
      noteRetroaction(of: contract, to: draft.history, on: try common.now().day)
    }

    private func propose(
      _ contract: Contract, _ source: String, _ draft: ContractDraft, in database: Database
    ) throws {
      let version = try database.propose(
        contract, by: common.person, at: common.now(), note: note, source: source,
        madeFrom: draft.version.number)
      announce(version)
    }
  }
}
