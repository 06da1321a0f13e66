// Finds documents by what their title ends with.
// Parameters: none
// Columns: none
CREATE INDEX document_title_tail IF NOT EXISTS FOR (n:Document) ON (n.title_tail)
