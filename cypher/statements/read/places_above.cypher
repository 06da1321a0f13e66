// The places that these are directly part of or became.
// Parameters: ids
// Columns: id
MATCH (p:Place)-[:PART_OF|MERGED_INTO]->(q:Place)
WHERE p.id IN $ids
WITH DISTINCT q.id AS id
RETURN id
ORDER BY id
