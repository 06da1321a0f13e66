// Writes citations with the documents in which they stand, to which they refer and at which their relation starts.
// Parameters: rows [{document, target, subject, properties}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (t:Document {id: row.target})
MATCH (s:Document {id: row.subject})
CREATE (c:Citation)
SET c = row.properties
CREATE (d)-[:HAS_CITATION]->(c)
CREATE (c)-[:REFERS_TO]->(t)
CREATE (c)-[:SUBJECT]->(s)
