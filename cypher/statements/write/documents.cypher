// Writes documents whole: their properties replace what stood there.
// Parameters: rows [{id, label, properties}]
// Columns: none
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d = row.properties
REMOVE d:NotHeld:Party:Central:Provincial:District:Commune
SET d:$(CASE WHEN row.label IS NULL THEN [] ELSE [row.label] END)
