// Tasks whose words match a query, the best first, of those that pass the filters; null lets everything pass. `owner`
// is how their ids begin.
// Parameters: query, most, skip, limit, owner, body, role, deadline_from, deadline_to, has_deadline
// Columns: total, id, document, text, start, end, section, heading, deadline_text, deadline, assigned, citations, score
CALL db.index.fulltext.queryNodes('task_search', $query, {limit: $most}) YIELD node AS t, score
WITH t, score
WHERE t.id STARTS WITH $owner
  AND ($deadline_from IS NULL OR t.deadline + '~' >= $deadline_from)
  AND ($deadline_to IS NULL OR t.deadline <= $deadline_to + '~')
  AND ($has_deadline IS NULL OR $has_deadline = (t.deadline IS NOT NULL))
  AND ($body IS NULL AND $role IS NULL OR EXISTS {
    MATCH (t)-[e:ASSIGNS_TO]->(b:Body)
    WHERE ($body IS NULL OR b.id = $body) AND ($role IS NULL OR e.role = $role)
  })
WITH t, score
ORDER BY score DESC, t.id
WITH collect([t, score]) AS found
WITH found[$skip..$skip + $limit] AS part, size(found) AS total
UNWIND part AS one
WITH one[0] AS t, one[1] AS score, total
MATCH (t)<-[:HAS_TASK]-(d:Document)
RETURN total, t.id AS id, d.id AS document, t.text AS text, t.start AS start, t.end AS end, t.section AS section,
  t.heading AS heading, t.deadline_text AS deadline_text, t.deadline AS deadline, t.assigned AS assigned,
  COLLECT { MATCH (t)-[:HAS_CITATION]->(c:Citation) RETURN c.id ORDER BY c.id } AS citations, score
ORDER BY score DESC, id
