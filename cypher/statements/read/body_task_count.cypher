// How many tasks, counted once for each role, a body has; null lets everything pass.
// Parameters: body, document, role, deadline_from, deadline_to, has_deadline
// Columns: total
MATCH (:Body {id: $body})<-[e:ASSIGNS_TO]-(t:Task)<-[:HAS_TASK]-(d:Document)
WHERE ($role IS NULL OR e.role = $role)
  AND ($document IS NULL OR d.id = $document)
  AND ($deadline_from IS NULL OR t.deadline + '~' >= $deadline_from)
  AND ($deadline_to IS NULL OR t.deadline <= $deadline_to + '~')
  AND ($has_deadline IS NULL OR $has_deadline = (t.deadline IS NOT NULL))
WITH DISTINCT e.role AS role, t
WITH count(t) AS total
RETURN total
ORDER BY total
