// Writes what a person decided about a pair of documents, in the place of what was decided before.
// Parameters: id, one, other, decision, by, at, note, titles, score, reason
// Columns: none
MERGE (r:Review {id: $id})
SET r.one = $one, r.other = $other, r.decision = $decision, r.by = $by, r.at = $at, r.note = $note,
  r.titles = $titles, r.score = coalesce($score, r.score), r.reason = coalesce($reason, r.reason)
