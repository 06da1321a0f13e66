// Tasks by deadline, the unknown last, after one; null lets everything pass. `owner` is how their ids begin.
// Parameters: owner, role, deadline_from, deadline_to, has_deadline, after, after_id, limit
// Columns: sorted, id, document, text, start, end, section, heading, deadline_text, deadline, assigned, citations
MATCH (t:Task)
WHERE t.id STARTS WITH $owner
  AND ($deadline_from IS NULL OR t.deadline + '~' >= $deadline_from)
  AND ($deadline_to IS NULL OR t.deadline <= $deadline_to + '~')
  AND ($has_deadline IS NULL OR $has_deadline = (t.deadline IS NOT NULL))
  AND ($role IS NULL OR EXISTS { MATCH (t)-[:ASSIGNS_TO {role: $role}]->(:Body) })
WITH coalesce(t.deadline, '~') AS sorted, t
WHERE sorted > $after OR (sorted = $after AND t.id > $after_id)
WITH sorted, t
ORDER BY sorted, t.id
LIMIT $limit
MATCH (t)<-[:HAS_TASK]-(d:Document)
RETURN sorted, t.id AS id, d.id AS document, t.text AS text, t.start AS start, t.end AS end, t.section AS section,
  t.heading AS heading, t.deadline_text AS deadline_text, t.deadline AS deadline, t.assigned AS assigned,
  COLLECT { MATCH (t)-[:HAS_CITATION]->(c:Citation) RETURN c.id ORDER BY c.id } AS citations
ORDER BY sorted, id
