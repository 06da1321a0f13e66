// All documents with these numbers or names, as far as open mentions are compared with them.
// Parameters: numbers, names
// Columns: id, held, own_date, name, readings
MATCH (d:Document)
WHERE d.number_key IN $numbers OR d.name_key IN $names
RETURN d.id AS id, d.held AS held, d.own_date AS own_date, d.name_key AS name, d.readings AS readings
ORDER BY id
