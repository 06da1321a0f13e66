// Documents with these numbers or titles that open mentions refer to, or that are held without a full identity.
// Parameters: numbers, titles
// Columns: id, name, readings
MATCH (d:Document)
WHERE (d.number_key IN $numbers OR d.title_key IN $titles)
  AND (d.readings IS NOT NULL OR (d.held AND (d.open OR d.number IS NULL)))
RETURN d.id AS id, d.name_key AS name, d.readings AS readings
ORDER BY id
