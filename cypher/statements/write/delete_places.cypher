// Deletes those of these places that nothing leads to.
// Parameters: ids
// Columns: deleted
MATCH (p:Place)
WHERE p.id IN $ids AND NOT EXISTS { MATCH (p)<-[:LOCATED_IN|PART_OF|MERGED_INTO]-() }
WITH p, p.id AS id
DETACH DELETE p
WITH count(id) AS deleted
RETURN deleted
ORDER BY deleted
