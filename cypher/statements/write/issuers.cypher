// Joins held documents to the bodies that issued them.
// Parameters: rows [{document, body, properties}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (b:Body {id: row.body})
MERGE (d)-[e:ISSUED_BY]->(b)
SET e = row.properties
