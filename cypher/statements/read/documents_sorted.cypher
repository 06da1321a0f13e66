// Documents that pass the filters (null lets everything pass), by date or by code (number, then symbol), up or down;
// those without one come last, and equals in the order of their ids. `after_key` (null for none) and `after_id` name
// the one to go on after.
// Parameters: by_code, descending, after_key, after_id, limit, type, level, province, district, issuer, year, held, open, issued_from, issued_to, has_tasks,
//   defect
// Columns: id, key
MATCH (d:Document)
WHERE
  ($type IS NULL OR d.type = $type)
  AND ($level IS NULL OR d.level = $level)
  AND ($province IS NULL OR d.province = $province)
  AND ($district IS NULL OR d.district = $district)
  AND ($year IS NULL OR d.year = $year)
  AND ($held IS NULL OR d.held = $held)
  AND ($open IS NULL OR d.open = $open)
  AND ($issued_from IS NULL OR d.date >= $issued_from)
  AND ($issued_to IS NULL OR d.date <= $issued_to + '~')
  AND ($issuer IS NULL OR EXISTS { MATCH (d)-[:ISSUED_BY]->(:Body {id: $issuer}) })
  AND ($has_tasks IS NULL OR $has_tasks = EXISTS { MATCH (d)-[:HAS_TASK]->(:Task) })
  AND ($defect IS NULL OR EXISTS {
    MATCH (d)-[:HAS_CITATION]->(c:Citation)
    WHERE any(one IN c.defects WHERE one STARTS WITH $defect + ': ')
  })
WITH d.id AS id, CASE WHEN NOT $by_code THEN d.date
  ELSE right('00000' + toString(toInteger(CASE WHEN d.number =~ '[0-9]+' THEN d.number
    ELSE left(d.number, size(d.number) - 1) END)), 6) + ' ' + d.number_key END AS key
WITH id, key
WHERE $after_id IS NULL
  OR (key = $after_key AND id > $after_id)
  OR ($after_key IS NULL AND key IS NULL AND id > $after_id)
  OR ($after_key IS NOT NULL AND (key IS NULL OR CASE WHEN $descending THEN key < $after_key ELSE key > $after_key END))
RETURN id, key
ORDER BY key IS NULL, CASE WHEN $descending THEN null ELSE key END, CASE WHEN $descending THEN key END DESC, id
LIMIT $limit
