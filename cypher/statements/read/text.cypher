// The whole text of a document.
// Parameters: id
// Columns: text
MATCH (:Document {id: $id})-[:HAS_TEXT]->(t:Text)
RETURN t.text AS text
ORDER BY text
