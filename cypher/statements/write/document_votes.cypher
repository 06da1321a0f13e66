// Writes what is counted about held documents that others cite, and what follows from it.
// Parameters: rows [{id, votes, readings, properties}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.votes = row.votes, d.readings = row.readings
SET d += row.properties
