// Finds Citation nodes by their reading.
// Parameters: none
// Columns: none
CREATE INDEX citation_reading IF NOT EXISTS FOR (n:Citation) ON (n.reading)
