// Documents that have this number or name, before those whose words match; each list the best first, of those that
// pass the filters (null lets everything pass). A year that was typed puts its documents before others.
// Parameters: number, whole, years, query, most, skip, limit, type, level, province, district, issuer, year, held, open,
//   issued_from, issued_to, has_tasks, defect
// Columns: total, id, score
CALL () {
  MATCH (d:Document)
  WHERE d.number_key = $number OR d.name_key = $whole
  RETURN d, 10000.0 AS score
UNION ALL
  CALL db.index.fulltext.queryNodes('document_search', $query, {limit: $most}) YIELD node, score
  RETURN node AS d, score
}
WITH d, sum(score) AS score
WHERE ($type IS NULL OR d.type = $type)
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
WITH d.id AS id, score + CASE WHEN d.year IN $years THEN 1000 ELSE 0 END AS score
ORDER BY score DESC, id
WITH collect([id, score]) AS found
WITH found[$skip..$skip + $limit] AS part, size(found) AS total
UNWIND part AS one
RETURN total, one[0] AS id, one[1] AS score
ORDER BY score DESC, id
