// Writes citations with the documents in which they stand, to which they refer and at which their relation starts; without a
// subject that is the one in which they stand.
// Parameters: rows [{document, citations [{target, subject, properties}]}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
UNWIND row.citations AS one
MATCH (t:Document {id: one.target})
OPTIONAL MATCH (other:Document {id: one.subject})
WITH d, t, one, coalesce(other, d) AS s
CREATE (d)-[:HAS_CITATION]->(c:Citation)-[:REFERS_TO]->(t)
SET c = one.properties
CREATE (c)-[:SUBJECT]->(s)
