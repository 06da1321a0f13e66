// Writes under which name a text that is held already is known.
// Parameters: rows [{document, source}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})-[:HAS_TEXT]->(t:Text)
SET d.source = row.source, t.source = row.source
