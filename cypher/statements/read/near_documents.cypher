// Documents whose title begins or ends with a key or says what it says, and documents of an issuer, type, symbol and
// month with a blank number or with another; at most so many for each key.
// Parameters: ends, titles, blank, numbered, most
// Columns: id, held, own_date, name, readings
CALL () {
  UNWIND $ends AS key
  CALL (key) {
    MATCH (d:Document {title_head: key})
    RETURN d
    LIMIT $most
  UNION
    MATCH (d:Document {title_tail: key})
    RETURN d
    LIMIT $most
  }
  RETURN d
UNION
  UNWIND $titles AS key
  CALL (key) {
    MATCH (d:Document {title_key: key})
    RETURN d
    LIMIT $most
  }
  RETURN d
UNION
  UNWIND $blank AS key
  CALL (key) {
    MATCH (d:Document {blank_in: key})
    RETURN d
    LIMIT $most
  }
  RETURN d
UNION
  UNWIND $numbered AS key
  CALL (key) {
    MATCH (d:Document {numbered_in: key})
    RETURN d
    LIMIT $most
  }
  RETURN d
}
RETURN d.id AS id, d.held AS held, d.own_date AS own_date, d.name_key AS name, d.readings AS readings
ORDER BY id
