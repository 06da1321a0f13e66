// Makes sure of typed edges between documents.
// Parameters: rows [{origin, type, target}]
// Columns: none
UNWIND $rows AS row
MATCH (a:Document {id: row.origin})
MATCH (b:Document {id: row.target})
MERGE (a)-[:$(row.type)]->(b)
