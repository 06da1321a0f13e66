// Lets citations refer to, and start at, other documents than before.
// Parameters: rows [{id, target, subject, edge}]
// Columns: none
UNWIND $rows AS row
MATCH (c:Citation {id: row.id})-[old:REFERS_TO|SUBJECT]->(:Document)
DELETE old
WITH DISTINCT row, c
MATCH (t:Document {id: row.target})
MATCH (s:Document {id: row.subject})
SET c.edge = row.edge
CREATE (c)-[:REFERS_TO]->(t)
CREATE (c)-[:SUBJECT]->(s)
