import ArgumentParser

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read records from a file, all of it or nothing.",
    discussion: """
      leadpact import leads hubspot-contacts.csv --dry-run
      leadpact import touches calls.csv --map lead=deal,at=done,kind=type
      leadpact import deliveries weekly-leads.csv
      leadpact import list
      leadpact import archive acme-2026-05-15 --database restored.leadpact

      HubSpot's, Salesforce's and Pipedrive's own exports are known by their headers; any other file is read by \
      --map. Importing a file again changes nothing, a later export of the same records updates them. \
      docs/importing.md says what is read of which file, and what never is; docs/interop.md, what an archive is.
      """,
    subcommands: [
      ImportLeads.self, ImportTouches.self, ImportDeliveries.self, ImportOutcomes.self, ImportFollowUps.self,
      ImportArchive.self, ImportList.self, ImportUndo.self,
    ])
}
