// Places after one whose names without accents hold all of these words; null lets everything pass. `set` is how the
// ids of a set begin, `marks` are the combining accents.
// Parameters: set, level, words, marks, after, limit
// Columns: id, code, name, kind, level, valid_from, valid_to
MATCH (p:Place)
WHERE p.id STARTS WITH $set
  AND ($level IS NULL OR p.level = $level)
  AND all(word IN $words WHERE
    replace(reduce(bare = normalize(toLower(p.name), NFD), mark IN $marks | replace(bare, mark, '')), 'đ', 'd')
    CONTAINS word)
  AND p.id > $after
RETURN p.id AS id, p.code AS code, p.name AS name, p.kind AS kind, p.level AS level, p.valid_from AS valid_from,
  p.valid_to AS valid_to
ORDER BY id
LIMIT $limit
