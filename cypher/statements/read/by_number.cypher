// Documents with this number and symbol run together.
// Parameters: number
// Columns: id, type, symbol, year, issuer_name
MATCH (d:Document {number_key: $number})
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
RETURN d.id AS id, d.type AS type, d.symbol AS symbol, d.year AS year, b.name AS issuer_name
ORDER BY id
