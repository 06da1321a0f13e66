// The whole text of a document, and the file that it came from.
// Parameters: id
// Columns: source, sha256, text
MATCH (:Document {id: $id})-[:HAS_TEXT]->(t:Text)
RETURN t.source AS source, t.sha256 AS sha256, t.text AS text
ORDER BY sha256
