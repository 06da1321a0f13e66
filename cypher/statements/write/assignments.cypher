// Joins tasks to the bodies that have to do them.
// Parameters: rows [{task, body, properties}]
// Columns: none
UNWIND $rows AS row
MATCH (t:Task {id: row.task})
MATCH (b:Body {id: row.body})
CREATE (t)-[e:ASSIGNS_TO]->(b)
SET e = row.properties
