// Documents whose title begins or ends with one of these keys; at most so many for each.
// Parameters: keys, most
// Columns: id, held, own_date, name, readings
UNWIND $keys AS key
CALL (key) {
  MATCH (d:Document {title_head: key})
  RETURN d
  LIMIT $most
UNION
  MATCH (d:Document {title_tail: key})
  RETURN d
  LIMIT $most
}
WITH DISTINCT d
RETURN d.id AS id, d.held AS held, d.own_date AS own_date, d.name_key AS name, d.readings AS readings
ORDER BY id
