// Places whole.
// Parameters: ids
// Columns: id, code, name, kind, level, valid_from, valid_to
MATCH (p:Place)
WHERE p.id IN $ids
RETURN p.id AS id, p.code AS code, p.name AS name, p.kind AS kind, p.level AS level, p.valid_from AS valid_from,
  p.valid_to AS valid_to
ORDER BY id
