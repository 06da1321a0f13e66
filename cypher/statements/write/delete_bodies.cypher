// Deletes bodies that no document mentions any more.
// Parameters: ids
// Columns: none
MATCH (b:Body)
WHERE b.id IN $ids
DETACH DELETE b
