// Finds documents by what their title says.
// Parameters: none
// Columns: none
CREATE INDEX document_title_key IF NOT EXISTS FOR (n:Document) ON (n.title_key)
