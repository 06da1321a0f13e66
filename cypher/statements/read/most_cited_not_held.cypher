// The documents that nobody holds and that are cited most often.
// Parameters: limit
// Columns: id, citations
MATCH (d:NotHeld)
WITH d, COUNT { (d)<-[:REFERS_TO]-() } AS citations
RETURN d.id AS id, citations
ORDER BY citations DESC, id
LIMIT $limit
