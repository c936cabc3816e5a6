import Scruple

extension ErrorMessage {
  static func message(_ error: LabelSampleError) -> String {
    let n = { (number: Int) in TerminalText.count(number) }
    return switch error {
    case .rowCount(let file, let found, let drawn):
      "\(quoted(file)) has \(TerminalText.count(found, "row")), but \(n(drawn)) were drawn. Bring "
        + "back the rows that are missing, or take out those that were added."
    case .repeatedRow(let file, let firstLine, let line):
      "\(quoted(file)), lines \(firstLine) and \(line): the sample_id is the same. Each row that was "
        + "drawn must stand once."
    case .unknownRow(let file, let line):
      "\(quoted(file)), line \(line): the sample_id is none of this plan. Use the sample.csv that "
        + "was written with the plan."
    case .otherRows(let file):
      "The rows of \(quoted(file)) are not those that were drawn: left_id, right_id or stratum "
        + "differ. It is the sample of another plan, or a program changed ids, as a spreadsheet does "
        + "that drops leading zeros."
    case .otherRun(let plan, let run):
      "The plan in \(quoted(plan)) was drawn from other links than those of the run in "
        + "\(quoted(run)). Name the run that it was drawn from, or draw again with 'scruple audit "
        + "plan'."
    case .noAnswers(let file):
      "\(quoted(file)) has no answer yet. Fill in reviewer_1, and reviewer_2 where there is a second "
        + "reviewer."
    case .unknownRecord(let file, let line):
      "\(quoted(file)), line \(line): the files have no record with this id."
    case .tooFewKnown(let file, let usable, let asked):
      "\(quoted(file)) has \(TerminalText.count(usable, "known pair")) that the sample does not hold "
        + "anyway, but \(n(asked)) are asked for. Lower --controls."
    case .nothingToDraw(let claim):
      "There is nothing to draw for the claim \(quoted(claim)): the run has no links or flags."
    case .otherDecoys(let file, let decoys):
      "\(quoted(file)) does not belong to the decoys of \(quoted(decoys)). Link the two files that "
        + "'scruple decoys' wrote, and leave them and decoys.csv as they are."
    case .noDecoyPossible(let source):
      "No decoys can be made from \(quoted(source)): its names and birth dates hold too few values "
        + "to make persons that are in neither file. Ask for fewer with --count."
    case .nothingToRecombine(let source, let missing):
      "No decoys can be made from \(quoted(source)): it has no \(missing) that is recognized. Say "
        + "what the columns mean with --specification."
    case .decoysAlready(let source):
      "\(quoted(source)) holds decoys already. Start from the files without them."
    }
  }
}
