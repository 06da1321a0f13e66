// Joins tasks to the citations that stand in them.
// Parameters: rows [{task, citation}]
// Columns: none
UNWIND $rows AS row
MATCH (t:Task {id: row.task})
MATCH (c:Citation {id: row.citation})
CREATE (t)-[:HAS_CITATION]->(c)
