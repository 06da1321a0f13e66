// Deletes typed edges that no citation supports any more.
// Parameters: rows [{origin, type, target}]
// Columns: none
UNWIND $rows AS row
MATCH (a:Document {id: row.origin})
MATCH (b:Document {id: row.target})
MATCH (a)-[e:IMPLEMENTS|BASED_ON|PROMULGATES|APPROVES|AMENDS|REPLACES|REPEALS|GUIDES|SUPERVISES|REPORTS_ON|CITES]->(b)
WHERE type(e) = row.type
DELETE e
