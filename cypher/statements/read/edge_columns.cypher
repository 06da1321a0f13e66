// The names of properties that edges of a type have.
// Parameters: none
// Columns: type, column
MATCH ()-[e]->()
UNWIND keys(e) AS column
WITH DISTINCT type(e) AS type, column
RETURN type, column
ORDER BY type, column
