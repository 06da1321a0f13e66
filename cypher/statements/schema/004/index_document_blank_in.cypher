// Finds documents with a blank number by issuer, type, symbol and month.
// Parameters: none
// Columns: none
CREATE INDEX document_blank_in IF NOT EXISTS FOR (n:Document) ON (n.blank_in)
