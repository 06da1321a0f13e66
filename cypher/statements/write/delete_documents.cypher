// Deletes documents that nothing refers to.
// Parameters: ids
// Columns: none
MATCH (d:Document)
WHERE d.id IN $ids
DETACH DELETE d
