// Finds documents by what their title begins with.
// Parameters: none
// Columns: none
CREATE INDEX document_title_head IF NOT EXISTS FOR (n:Document) ON (n.title_head)
