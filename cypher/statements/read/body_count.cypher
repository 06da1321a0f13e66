// How many bodies pass the filters of read/bodies.
// Parameters: words, kind, level, province
// Columns: total
MATCH (b:Body)
WHERE all(word IN $words WHERE b.id CONTAINS word)
  AND ($kind IS NULL OR b.kind = $kind)
  AND ($level IS NULL OR b.level = $level)
  AND ($province IS NULL OR b.province = $province)
WITH count(b) AS total
RETURN total
ORDER BY total
