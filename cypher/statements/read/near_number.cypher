// Documents whose number begins with these digits, or whose symbol is this; at most so many of each.
// Parameters: digits, symbol, limit
// Columns: id, number
CALL () {
  MATCH (d:Document)
  WHERE d.number_key STARTS WITH $digits
  RETURN d
  ORDER BY d.number_key, d.id
  LIMIT $limit
UNION
  MATCH (d:Document {symbol_key: $symbol})
  RETURN d
  ORDER BY d.id
  LIMIT $limit
}
RETURN d.id AS id, d.number_key AS number
ORDER BY id
