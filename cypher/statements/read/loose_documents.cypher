// Documents with these numbers or names that open mentions refer to, or that are held and open themselves.
// Parameters: numbers, names
// Columns: id, name, readings
MATCH (d:Document)
WHERE (d.number_key IN $numbers OR d.name_key IN $names) AND (d.readings IS NOT NULL OR (d.held AND d.open))
RETURN d.id AS id, d.name_key AS name, d.readings AS readings
ORDER BY id
