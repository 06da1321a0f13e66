// Finds Citation nodes by their edge.
// Parameters: none
// Columns: none
CREATE INDEX citation_edge IF NOT EXISTS FOR (n:Citation) ON (n.edge)
