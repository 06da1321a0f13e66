// Documents in short, with the body that issued them.
// Parameters: ids
// Columns: id, code, type, title, issuer, issuer_name, level, province, district, commune, year, date, held, open
MATCH (d:Document)
WHERE d.id IN $ids
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
RETURN d.id AS id, d.code AS code, d.type AS type, d.title AS title, b.id AS issuer, b.name AS issuer_name,
  d.level AS level, d.province AS province, d.district AS district, d.commune AS commune, d.year AS year,
  d.date AS date, d.held AS held, d.open AS open
ORDER BY id
