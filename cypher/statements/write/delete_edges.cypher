// Deletes typed edges that no citation supports any more.
// Parameters: rows [{origin, type, target}]
// Columns: none
UNWIND $rows AS row
MATCH (a:Document {id: row.origin})-[e]->(b:Document {id: row.target})
WHERE type(e) = row.type
DELETE e
