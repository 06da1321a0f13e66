// Joins open documents to the known ones that they may be.
// Parameters: rows [{origin, target, score, reason}]
// Columns: none
UNWIND $rows AS row
MATCH (a:Document {id: row.origin})
MATCH (b:Document {id: row.target})
MERGE (a)-[e:POSSIBLY_SAME_AS]->(b)
SET e.score = row.score, e.reason = row.reason
