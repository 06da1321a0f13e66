// Finds Document nodes by their number_key.
// Parameters: none
// Columns: none
CREATE INDEX document_number IF NOT EXISTS FOR (n:Document) ON (n.number_key)
