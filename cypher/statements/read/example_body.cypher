// The body that leads most tasks with a date; one that is no group.
// Parameters: none
// Columns: id, name
MATCH (t:Task)-[e:ASSIGNS_TO {role: 'lead'}]->(b:Body)
WHERE t.deadline IS NOT NULL AND b.kind <> 'group'
WITH b, count(DISTINCT t) AS tasks
RETURN b.id AS id, b.name AS name
ORDER BY tasks DESC, id
LIMIT 1
