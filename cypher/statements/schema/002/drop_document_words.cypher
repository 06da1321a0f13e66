// Drops the index in whose place document_search has come.
// Parameters: none
// Columns: none
DROP INDEX document_words IF EXISTS
