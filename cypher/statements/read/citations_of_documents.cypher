// The citations of these documents that stand in others than the excepted ones and have none of these readings.
// Parameters: ids, except_documents, except_readings
// Columns: id, document, reading, target, subject, owner, relation, edge, states
MATCH (t:Document)<-[:REFERS_TO]-(c:Citation)<-[:HAS_CITATION]-(d:Document)
WHERE t.id IN $ids AND NOT d.id IN $except_documents AND NOT c.reading IN $except_readings
MATCH (c)-[:SUBJECT]->(s:Document)
RETURN c.id AS id, d.id AS document, c.reading AS reading, t.id AS target, s.id AS subject, c.owner AS owner,
  c.relation AS relation, c.edge AS edge, c.states AS states
ORDER BY id
