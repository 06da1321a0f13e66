// Tasks of a document in the order of the text, after one; assigned as JSON, with the citations that stand in each.
// Parameters: id, body, role, after, limit
// Columns: id, document, text, start, end, section, heading, deadline_text, deadline, assigned, citations
MATCH (d:Document {id: $id})-[:HAS_TASK]->(t:Task)
WHERE t.id > $after
  AND ($body IS NULL AND $role IS NULL OR EXISTS {
    MATCH (t)-[e:ASSIGNS_TO]->(b:Body)
    WHERE ($body IS NULL OR b.id = $body) AND ($role IS NULL OR e.role = $role)
  })
RETURN t.id AS id, d.id AS document, t.text AS text, t.start AS start, t.end AS end, t.section AS section,
  t.heading AS heading, t.deadline_text AS deadline_text, t.deadline AS deadline, t.assigned AS assigned,
  COLLECT { MATCH (t)-[:HAS_CITATION]->(c:Citation) RETURN c.id ORDER BY c.id } AS citations
ORDER BY id
LIMIT $limit
