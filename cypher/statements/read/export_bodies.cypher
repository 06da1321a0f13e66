// Bodies whole.
// Parameters: ids
// Columns: id, name, kind, level, province, district, commune
MATCH (b:Body)
WHERE b.id IN $ids
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.level AS level, b.province AS province, b.district AS district,
  b.commune AS commune
ORDER BY id
