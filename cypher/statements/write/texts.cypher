// Writes the whole texts of documents.
// Parameters: rows [{document, properties}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MERGE (t:Text {document: row.document})
SET t = row.properties
MERGE (d)-[:HAS_TEXT]->(t)
