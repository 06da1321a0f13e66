// Tasks of a body by deadline, the unknown last, after one; a row for each role that the body has in it. Null lets
// everything pass; `deadline_to` is partial where it should be, and for
// `deadline_from` a month or a year is its last day.
// Parameters: body, document, role, deadline_from, deadline_to, has_deadline, after, after_id, after_role, limit
// Columns: role, sorted, id, document, text, start, end, section, heading, deadline_text, deadline, assigned, citations
MATCH (:Body {id: $body})<-[e:ASSIGNS_TO]-(t:Task)<-[:HAS_TASK]-(d:Document)
WHERE ($role IS NULL OR e.role = $role)
  AND ($document IS NULL OR d.id = $document)
  AND ($deadline_from IS NULL OR t.deadline + '~' >= $deadline_from)
  AND ($deadline_to IS NULL OR t.deadline <= $deadline_to + '~')
  AND ($has_deadline IS NULL OR $has_deadline = (t.deadline IS NOT NULL))
WITH DISTINCT e.role AS role, coalesce(t.deadline, '~') AS sorted, t, d
WHERE sorted > $after OR (sorted = $after AND (t.id > $after_id OR (t.id = $after_id AND role > $after_role)))
WITH role, sorted, t, d
ORDER BY sorted, t.id, role
LIMIT $limit
RETURN role, sorted, t.id AS id, d.id AS document, t.text AS text, t.start AS start, t.end AS end, t.section AS section,
  t.heading AS heading, t.deadline_text AS deadline_text, t.deadline AS deadline, t.assigned AS assigned,
  COLLECT { MATCH (t)-[:HAS_CITATION]->(c:Citation) RETURN c.id ORDER BY c.id } AS citations
ORDER BY sorted, id, role
