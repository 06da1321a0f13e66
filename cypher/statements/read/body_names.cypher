// Names of bodies.
// Parameters: ids
// Columns: id, name
MATCH (b:Body)
WHERE b.id IN $ids
RETURN b.id AS id, b.name AS name
ORDER BY id
