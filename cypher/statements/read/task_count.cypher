// How many tasks of a document are for this body and in this role; null lets everything pass.
// Parameters: id, body, role
// Columns: total
MATCH (:Document {id: $id})-[:HAS_TASK]->(t:Task)
WHERE $body IS NULL AND $role IS NULL OR EXISTS {
  MATCH (t)-[e:ASSIGNS_TO]->(b:Body)
  WHERE ($body IS NULL OR b.id = $body) AND ($role IS NULL OR e.role = $role)
}
WITH count(t) AS total
RETURN total
ORDER BY total
