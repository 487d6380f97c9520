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
    case .paragraph, .list, .verbatim, .changes: self
    case .table(let table): .table(table.of(contract))
    case .chart(let chart): .chart(chart.of(contract))
    }
  }
}

extension Table {
  fileprivate func of(_ contract: Name) -> Table {
    Table(
      caption, columns: columns,
      rows: rows.map { Row($0.cells.map { $0.of(contract) }, isTotal: $0.isTotal) }, headedBy: headedBy,
      tolerance: tolerance)
  }
}

extension Chart {
  fileprivate func of(_ contract: Name) -> Chart {
    let form: Form =
      switch self.form {
      case .course(let course): .course(course.of(contract))
      case .bars(let bars): .bars(bars.of(contract))
      case .steps(let steps):
        .steps(
          Steps(
            steps.parts.map { $0.of(contract) }, makingUp: steps.sum.of(contract), names: steps.names))
      }
    return Chart(caption, summary: summary, form, table: table?.of(contract))
  }
}

extension Course {
  fileprivate func of(_ contract: Name) -> Course {
    Course(
      days,
      points: points.map {
        Point($0.day, delivered: $0.delivered?.of(contract), due: $0.due.of(contract))
      }, tolerance: tolerance, marks: marks, names: names)
  }
}

extension Bars {
  fileprivate func of(_ contract: Name) -> Bars {
    Bars(
      groups.map { group in
        Group(
          group.title,
          group.bars.map {
            Bar(
              $0.label, $0.figure?.of(contract), from: $0.low?.of(contract), to: $0.high?.of(contract),
              agreed: $0.agreed, $0.judgement)
          })
      }, names: names)
  }
}

extension Steps.Part {
  fileprivate func of(_ contract: Name) -> Steps.Part { Steps.Part(label, figure.of(contract)) }
}

extension Cell {
  /// The cell among those of several contracts.
  func of(_ contract: Name) -> Cell {
    switch self {
    case .blank, .text, .judged: self
    case .figure(let figure): .figure(figure.of(contract))
    case .attained(let delivered, let ratio, let due):
      .attained(delivered: delivered.of(contract), ratio: ratio.of(contract), due: due.of(contract))
    case .noted(let figure, let note): .noted(figure.of(contract), note)
    case .range(let low, let high): .range(low?.of(contract), high?.of(contract))
    case .drawn(let signs, let figures): .drawn(signs, figures.map { $0.of(contract) })
    }
  }
}
