// Documents whose number begins with one of these digits, or whose symbol is one of these; at most so many of each.
// Parameters: digits, symbols, limit
// Columns: id, number, symbol
CALL () {
  UNWIND $digits AS one
  CALL (one) {
    MATCH (d:Document)
    WHERE d.number_key STARTS WITH one
    RETURN d
    ORDER BY d.number_key, d.id
    LIMIT $limit
  }
  RETURN d
UNION
  UNWIND $symbols AS one
  CALL (one) {
    MATCH (d:Document {symbol_key: one})
    RETURN d
    ORDER BY d.id
    LIMIT $limit
  }
  RETURN d
}
RETURN d.id AS id, d.number_key AS number, d.symbol_key AS symbol
ORDER BY id
