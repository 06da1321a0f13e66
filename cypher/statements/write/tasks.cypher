// Writes tasks with the documents that order them.
// Parameters: rows [{document, properties}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
CREATE (t:Task)
SET t = row.properties
CREATE (d)-[:HAS_TASK]->(t)
