// How many citations of each of these documents refer to one that stays open.
// Parameters: ids
// Columns: id, unresolved
MATCH (d:Document)-[:HAS_CITATION]->(c:Citation)-[:REFERS_TO]->(t:Document)
WHERE d.id IN $ids AND t.open AND NOT t.held
WITH d.id AS id, count(c) AS unresolved
RETURN id, unresolved
ORDER BY id
