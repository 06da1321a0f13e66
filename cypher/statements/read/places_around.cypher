// The places where these bodies are, what those are part of and what they became.
// Parameters: ids
// Columns: id
MATCH (b:Body)-[:LOCATED_IN]->(p:Place)
WHERE b.id IN $ids
WITH DISTINCT p
MATCH (p)-[:PART_OF|MERGED_INTO*0..8]->(x:Place)
WITH DISTINCT x.id AS id
RETURN id
ORDER BY id
