// Records that the database has at least this version of the schema.
// Parameters: version
// Columns: none
MERGE (s:Schema {name: 'vanban'})
SET s.version = CASE WHEN s.version > $version THEN s.version ELSE $version END
