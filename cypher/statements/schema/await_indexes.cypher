// Waits until every index is there, at most five minutes.
// Parameters: none
// Columns: none
CALL db.awaitIndexes(300)
