// Drops an index.
// Parameters: index
// Columns: none
DROP INDEX $index IF EXISTS
