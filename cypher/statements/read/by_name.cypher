// Documents with one of these names.
// Parameters: names
// Columns: id, name, year
MATCH (d:Document)
WHERE d.name_key IN $names
RETURN d.id AS id, d.name_key AS name, d.year AS year
ORDER BY id
