// Of these documents the ones that are held, with what tells whether a record says something else.
// Parameters: ids
// Columns: id, source, sha256, fingerprint, bodies
MATCH (d:Document)-[:HAS_TEXT]->(t:Text)
WHERE d.id IN $ids
RETURN d.id AS id, t.source AS source, t.sha256 AS sha256, t.fingerprint AS fingerprint, t.bodies AS bodies
ORDER BY id
