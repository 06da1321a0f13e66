// What is counted about these documents.
// Parameters: ids
// Columns: id, held, own_date, name, votes
MATCH (d:Document)
WHERE d.id IN $ids
RETURN d.id AS id, d.held AS held, d.own_date AS own_date, d.name_key AS name, d.votes AS votes
ORDER BY id
