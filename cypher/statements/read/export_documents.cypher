// Documents with the bodies that issued them.
// Parameters: ids
// Columns: id, code, type, number, symbol, year, term, date, title, level, province, district, commune,
//   state_or_party, held, open, number_inferred, issuer, source, sha256, place, signer, signer_title
MATCH (d:Document)
WHERE d.id IN $ids
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
OPTIONAL MATCH (d)-[:HAS_TEXT]->(t:Text)
RETURN d.id AS id, d.code AS code, d.type AS type, d.number AS number, d.symbol AS symbol, d.year AS year,
  d.term AS term, d.date AS date, d.title AS title, d.level AS level, d.province AS province, d.district AS district,
  d.commune AS commune, d.state_or_party AS state_or_party, d.held AS held, d.open AS open,
  coalesce(d.number_inferred, false) AS number_inferred, b.id AS issuer, d.source AS source, t.sha256 AS sha256,
  d.place AS place, d.signer AS signer, d.signer_title AS signer_title
ORDER BY id
