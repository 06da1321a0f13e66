// Documents whose words match a query, the best first, and of equals the most cited; of at most so many.
// Parameters: query, most, limit
// Columns: id
CALL db.index.fulltext.queryNodes('document_search', $query, {limit: $most}) YIELD node, score
WITH node.id AS id, round(score, 1) AS score, COUNT { (node)<-[:REFERS_TO]-() } AS cited
RETURN id
ORDER BY score DESC, cited DESC, id
LIMIT $limit
