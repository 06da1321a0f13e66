// How many places pass the filters of read/places.
// Parameters: set, level, words, marks
// Columns: total
MATCH (p:Place)
WHERE p.id STARTS WITH $set
  AND ($level IS NULL OR p.level = $level)
  AND all(word IN $words WHERE
    replace(reduce(bare = normalize(toLower(p.name), NFD), mark IN $marks | replace(bare, mark, '')), 'đ', 'd')
    CONTAINS word)
WITH count(p) AS total
RETURN total
ORDER BY total
