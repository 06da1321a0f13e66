// What documents state about these bodies, counted.
// Parameters: ids
// Columns: id, votes
MATCH (b:Body)
WHERE b.id IN $ids
RETURN b.id AS id, b.votes AS votes
ORDER BY id
