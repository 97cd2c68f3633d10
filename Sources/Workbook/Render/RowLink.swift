import SourceText
import Tables

/// A link whose address is filled in with a row's cells.
struct RowLink {
  let pieces: [RowPiece]
  let position: SourcePosition

  /// nil where the row leads to no page.
  func reference(_ row: [Cell], _ rows: StepRows) throws(Diagnostic) -> String? {
    var address = ""
    // Inside an address that the template gives, data is one part and never changes its meaning.
    var isExternal = false
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        if index == 0 { isExternal = scheme(of: text) != nil }
        address += text
      case .column(let column):
        let cell = row[try rows.index(of: column)]
        guard !cell.isNull else { return nil }
        let text = try rows.scope.text(cell, as: .text, at: position)
        address += isExternal ? percentEncoded(text) : text
      }
    }
    return rows.scope.reference(LinkAddress(address))
  }
}
