// Parts documents that are no candidates of each other any more.
// Parameters: rows [{origin, target}]
// Columns: none
UNWIND $rows AS row
MATCH (:Document {id: row.origin})-[e:POSSIBLY_SAME_AS]->(:Document {id: row.target})
DELETE e
