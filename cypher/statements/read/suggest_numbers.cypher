// Documents whose number and symbol, run together, lie between two keys: the most cited first, of at most so many.
// Parameters: first, last, most, limit
// Columns: id
MATCH (d:Document)
WHERE $first <= d.number_key < $last
WITH d
ORDER BY d.number_key
LIMIT $most
WITH d.id AS id, COUNT { (d)<-[:REFERS_TO]-() } AS cited
RETURN id
ORDER BY cited DESC, id
LIMIT $limit
