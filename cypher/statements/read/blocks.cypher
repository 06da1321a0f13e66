// All documents with these numbers or titles, as far as open mentions are compared with them.
// Parameters: numbers, titles
// Columns: id, held, own_date, name, readings
MATCH (d:Document)
WHERE d.number_key IN $numbers OR d.title_key IN $titles
RETURN d.id AS id, d.held AS held, d.own_date AS own_date, d.name_key AS name, d.readings AS readings
ORDER BY id
