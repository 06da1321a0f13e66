// The tasks of a document in the order of the text; assigned as JSON, with the citations that stand in each.
// Parameters: id
// Columns: id, text, start, end, section, heading, deadline_text, deadline, assigned, citations, ordinal
MATCH (:Document {id: $id})-[:HAS_TASK]->(t:Task)
RETURN t.id AS id, t.text AS text, t.start AS start, t.end AS end, t.section AS section, t.heading AS heading,
  t.deadline_text AS deadline_text, t.deadline AS deadline, t.assigned AS assigned,
  COLLECT { MATCH (t)-[:HAS_CITATION]->(c:Citation) RETURN c.id ORDER BY c.id } AS citations, t.ordinal AS ordinal
ORDER BY ordinal
