// Makes typed edges between documents; none of them may be there.
// Parameters: rows [{origin, type, target}]
// Columns: none
UNWIND $rows AS row
MATCH (a:Document {id: row.origin})
MATCH (b:Document {id: row.target})
CREATE (a)-[:$(row.type)]->(b)
