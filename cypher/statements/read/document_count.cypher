// How many documents pass the filters; null lets everything pass.
// Parameters: type, level, province, district, issuer, year, held, open, issued_from, issued_to, has_tasks,
//   defect
// Columns: total
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
WITH count(d) AS total
RETURN total
ORDER BY total
