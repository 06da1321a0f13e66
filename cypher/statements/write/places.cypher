// Writes places with what they are part of and what they became, as the table of administrative units has them.
// Parameters: rows [{id, properties}]
// Columns: none
UNWIND $rows AS row
MERGE (p:Place {id: row.id})
SET p = row.properties
