// The candidates of these open documents.
// Parameters: ids
// Columns: origin, target, score, reason
MATCH (d:Document)-[e:POSSIBLY_SAME_AS]->(x:Document)
WHERE d.id IN $ids
RETURN d.id AS origin, x.id AS target, e.score AS score, e.reason AS reason
ORDER BY origin, target
