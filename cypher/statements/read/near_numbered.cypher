// Documents with a number, of one of these issuers, types, symbols and months; at most so many for each.
// Parameters: keys, most
// Columns: id, held, own_date, name, readings
UNWIND $keys AS key
CALL (key) {
  MATCH (d:Document {numbered_in: key})
  RETURN d
  LIMIT $most
}
RETURN d.id AS id, d.held AS held, d.own_date AS own_date, d.name_key AS name, d.readings AS readings
ORDER BY id
