// Finds documents with a number by issuer, type, symbol and month.
// Parameters: none
// Columns: none
CREATE INDEX document_numbered_in IF NOT EXISTS FOR (n:Document) ON (n.numbered_in)
