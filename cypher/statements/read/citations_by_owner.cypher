// The citations whose relation starts at one of these citations.
// Parameters: owners
// Columns: id, document, reading, target, subject, owner, relation, edge, states
MATCH (c:Citation)
WHERE c.owner IN $owners
MATCH (c)<-[:HAS_CITATION]-(d:Document), (c)-[:REFERS_TO]->(t:Document), (c)-[:SUBJECT]->(s:Document)
RETURN c.id AS id, d.id AS document, c.reading AS reading, t.id AS target, s.id AS subject, c.owner AS owner,
  c.relation AS relation, c.edge AS edge, c.states AS states
ORDER BY id
