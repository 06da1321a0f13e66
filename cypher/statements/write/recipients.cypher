// Joins documents to the bodies that they are sent to.
// Parameters: rows [{document, body, properties}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (b:Body {id: row.body})
CREATE (d)-[e:SENT_TO]->(b)
SET e = row.properties
