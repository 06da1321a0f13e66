// The central document that most documents implement, one that is held before others.
// Parameters: none
// Columns: id
MATCH (d:Document {level: 'central'})
WITH d, COUNT { (d)<-[:IMPLEMENTS]-() } AS implemented
WHERE implemented > 0
RETURN d.id AS id
ORDER BY d.held DESC, implemented DESC, id
LIMIT 1
