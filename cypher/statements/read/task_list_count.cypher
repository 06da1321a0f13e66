// How many tasks of all documents pass the filters of read/task_list.
// Parameters: owner, role, deadline_from, deadline_to, has_deadline
// Columns: total
MATCH (t:Task)
WHERE t.id STARTS WITH $owner
  AND ($deadline_from IS NULL OR t.deadline + '~' >= $deadline_from)
  AND ($deadline_to IS NULL OR t.deadline <= $deadline_to + '~')
  AND ($has_deadline IS NULL OR $has_deadline = (t.deadline IS NOT NULL))
  AND ($role IS NULL OR EXISTS { MATCH (t)-[:ASSIGNS_TO {role: $role}]->(:Body) })
WITH count(t) AS total
RETURN total
ORDER BY total
