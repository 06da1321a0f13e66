// The citations with these readings that stand in others than the excepted documents.
// Parameters: readings, except_documents
// Columns: id, document, reading, target, subject, owner, relation, edge, states
MATCH (c:Citation)
WHERE c.reading IN $readings
MATCH (c)<-[:HAS_CITATION]-(d:Document)
WHERE NOT d.id IN $except_documents
MATCH (c)-[:REFERS_TO]->(t:Document), (c)-[:SUBJECT]->(s:Document)
RETURN c.id AS id, d.id AS document, c.reading AS reading, t.id AS target, s.id AS subject, c.owner AS owner,
  c.relation AS relation, c.edge AS edge, c.states AS states
ORDER BY id
