// Documents whose title or number has some of these words, the best first.
// Parameters: words, limit
// Columns: id, name, score
CALL db.index.fulltext.queryNodes('document_search', $words, {limit: $limit}) YIELD node, score
RETURN node.id AS id, node.name_key AS name, score
ORDER BY score DESC, id
