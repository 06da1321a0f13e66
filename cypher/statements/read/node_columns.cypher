// The names of properties that nodes of the same labels have, but for the schema's own node.
// Parameters: none
// Columns: labels, column
MATCH (n)
WHERE NOT n:Schema
UNWIND keys(n) AS column
WITH DISTINCT labels(n) AS labels, column
RETURN labels, column
ORDER BY labels, column
