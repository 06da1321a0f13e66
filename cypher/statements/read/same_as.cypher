// The documents that may be this one, whichever of the two is open.
// Parameters: id
// Columns: id, score, reason
MATCH (:Document {id: $id})-[e:POSSIBLY_SAME_AS]-(x:Document)
RETURN x.id AS id, e.score AS score, e.reason AS reason
ORDER BY score DESC, id
