// Finds Document nodes by their type.
// Parameters: none
// Columns: none
CREATE INDEX document_type IF NOT EXISTS FOR (n:Document) ON (n.type)
