public import Agreement

/// A contract as people write it: a YAML file.
///
/// docs/contract-file.md explains every key. The canonical text of a contract is such a file too.
public enum ContractFile {
  /// Reads a contract from the bytes of a file.
  ///
  /// - Throws: `ContractFileError` with all that is wrong, each with its line and column.
  public static func read(
    bytes: some Collection<UInt8>,
    file: String
  ) throws(ContractFileError) -> Contract {
    var findings = Findings(file: file)
    do throws(SourceText.Refusal) {
      let text = try SourceText(decoding: bytes)
      if let root = SourceTree.compose(text, &findings) {
        var reader = ContractReader(root: root, findings: findings)
        let contract = reader.read()
        findings = reader.findings
        if findings.isEmpty, let contract { return contract }
      }
    } catch {
      findings.report(error.place, error.message)
    }
    throw findings.error
  }

  /// Reads a contract from the text of a file.
  ///
  /// - Throws: `ContractFileError` with all that is wrong, each with its line and column.
  public static func read(_ text: String, file: String) throws(ContractFileError) -> Contract {
    try read(bytes: text.utf8, file: file)
  }
}
