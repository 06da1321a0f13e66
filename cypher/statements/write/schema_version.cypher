// Records the version of the schema.
// Parameters: version
// Columns: none
MERGE (s:Schema {name: 'vanban'})
SET s.version = $version
