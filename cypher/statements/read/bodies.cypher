// Bodies after one whose ids hold all of these words; null lets everything pass.
// Parameters: words, kind, level, province, after, limit
// Columns: id, name, kind, level, province, district, commune
MATCH (b:Body)
WHERE b.id > $after
  AND all(word IN $words WHERE b.id CONTAINS word)
  AND ($kind IS NULL OR b.kind = $kind)
  AND ($level IS NULL OR b.level = $level)
  AND ($province IS NULL OR b.province = $province)
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.level AS level, b.province AS province, b.district AS district,
  b.commune AS commune
ORDER BY id
LIMIT $limit
