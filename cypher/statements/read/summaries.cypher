// Documents in short, with the body that issued them, as lists of values: a row of its own for each would cost the
// driver more than the graph.
// Parameters: ids
// Columns: documents [[id, code, type, title, level, province, district, commune, year, date, held, open,
//   number_inferred, issuer, name of the issuer]]
MATCH (d:Document)
WHERE d.id IN $ids
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
WITH d, b
ORDER BY d.id
RETURN collect([
  d.id, d.code, d.type, d.title, d.level, d.province, d.district, d.commune, d.year, d.date, d.held, d.open,
  d.number_inferred, b.id, b.name
]) AS documents
