// Writes what is counted about held documents that others cite.
// Parameters: rows [{id, votes, readings}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.votes = row.votes, d.readings = row.readings
