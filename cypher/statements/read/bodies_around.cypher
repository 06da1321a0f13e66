// The bodies that issued these documents, get them or have their tasks, and what those are part of.
// Parameters: ids
// Columns: id
MATCH (d:Document)
WHERE d.id IN $ids
CALL (d) {
  MATCH (d)-[:ISSUED_BY|SENT_TO]->(b:Body)
  RETURN b
UNION
  MATCH (d)-[:HAS_TASK]->(:Task)-[:ASSIGNS_TO]->(b:Body)
  RETURN b
}
WITH DISTINCT b
MATCH (b)-[:PART_OF*0..8]->(x:Body)
WITH DISTINCT x.id AS id
RETURN id
ORDER BY id
