// The version of the schema; no row in a database that has none.
// Parameters: none
// Columns: version
MATCH (s:Schema {name: 'vanban'})
RETURN s.version AS version
ORDER BY version
