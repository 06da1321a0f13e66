// Two documents as far as the graph has them, why they may be the same, and the titles that a decision about them keeps
// (a list of that one list, or an empty one where nobody decided).
// Parameters: one, other
// Columns: documents, decided, score, reason
OPTIONAL MATCH (d:Document)
WHERE d.id IN [$one, $other]
WITH collect(CASE WHEN d IS NOT NULL THEN {id: d.id, name: d.name_key, readings: d.readings} END) AS documents
OPTIONAL MATCH (a:Document)-[e:POSSIBLY_SAME_AS]->(b:Document)
WHERE a.id IN [$one, $other] AND b.id IN [$one, $other]
WITH documents, max(e.score) AS score, max(e.reason) AS reason
RETURN documents, COLLECT { MATCH (r:Review {one: $one, other: $other}) RETURN r.titles } AS decided, score, reason
ORDER BY score
