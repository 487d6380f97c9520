import Agreement

extension Document {
  /// The parts of the document as they stand among those of several contracts: their headings begin with the contract's
  /// title, their keys and those of their figures with its name.
  func sections(of contract: Name, titled title: String, in language: Language) -> [Section] {
    sections.map { section in
      Section(
        "\(contract)/\(section.key)", language(.labelled, ["label": title, "value": section.title]),
        section.blocks.map { $0.of(contract) })
    }
  }
}

extension Block {
  fileprivate func of(_ contract: Name) -> Block {
    switch self {
    case .paragraph, .list, .verbatim: self
    case .table(let table):
      .table(
        Table(
          table.caption, columns: table.columns,
          rows: table.rows.map { Table.Row($0.cells.map { $0.of(contract) }, isTotal: $0.isTotal) }))
    }
  }
}

extension Cell {
  /// The cell among those of several contracts.
  func of(_ contract: Name) -> Cell {
    switch self {
    case .blank, .text: self
    case .figure(let figure): .figure(figure.of(contract))
    case .attained(let delivered, let ratio, let due):
      .attained(delivered: delivered.of(contract), ratio: ratio.of(contract), due: due.of(contract))
    case .noted(let figure, let note): .noted(figure.of(contract), note)
    case .range(let low, let high): .range(low?.of(contract), high?.of(contract))
    case .drawn(let signs, let figures): .drawn(signs, figures.map { $0.of(contract) })
    }
  }
}
