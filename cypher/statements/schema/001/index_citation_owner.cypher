// Finds Citation nodes by their owner.
// Parameters: none
// Columns: none
CREATE INDEX citation_owner IF NOT EXISTS FOR (n:Citation) ON (n.owner)
