// Writes tasks with the documents that order them, the bodies that have to do them and the citations that stand in them.
// Parameters: rows [{document, properties, assigned [{body, properties}], citations}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
CREATE (d)-[:HAS_TASK]->(t:Task)
SET t = row.properties
WITH t, row
CALL (t, row) {
  UNWIND row.assigned AS one
  MATCH (b:Body {id: one.body})
  CREATE (t)-[e:ASSIGNS_TO]->(b)
  SET e = one.properties
}
CALL (t, row) {
  UNWIND row.citations AS cited
  MATCH (c:Citation {id: cited})
  CREATE (t)-[:HAS_CITATION]->(c)
}
