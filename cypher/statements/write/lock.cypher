// Makes every other writer wait until this transaction ends: what open mentions mean depends on all documents, so
// changes go in one at a time. Gives no row in a database without schema.
// Parameters: none
// Columns: version
MATCH (s:Schema {name: 'vanban'})
SET s.changes = coalesce(s.changes, 0) + 1
RETURN s.version AS version
ORDER BY version
