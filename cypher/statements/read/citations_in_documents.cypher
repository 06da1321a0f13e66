// The citations that stand in these documents.
// Parameters: ids
// Columns: id, document, reading, target, subject, owner, relation, edge, states
MATCH (d:Document)-[:HAS_CITATION]->(c:Citation)
WHERE d.id IN $ids
MATCH (c)-[:REFERS_TO]->(t:Document), (c)-[:SUBJECT]->(s:Document)
RETURN c.id AS id, d.id AS document, c.reading AS reading, t.id AS target, s.id AS subject, c.owner AS owner,
  c.relation AS relation, c.edge AS edge, c.states AS states
ORDER BY id
