// Finds Document nodes by their level.
// Parameters: none
// Columns: none
CREATE INDEX document_level IF NOT EXISTS FOR (n:Document) ON (n.level)
