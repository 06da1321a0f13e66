// The tasks that these documents order.
// Parameters: ids
// Columns: id, document, ordinal, text, start, end, section, heading, deadline_text, deadline, citations
MATCH (d:Document)-[:HAS_TASK]->(t:Task)
WHERE d.id IN $ids
RETURN t.id AS id, d.id AS document, t.ordinal AS ordinal, t.text AS text, t.start AS start, t.end AS end,
  t.section AS section, t.heading AS heading, t.deadline_text AS deadline_text, t.deadline AS deadline,
  COLLECT { MATCH (t)-[:HAS_CITATION]->(c:Citation) RETURN c.id ORDER BY c.id } AS citations
ORDER BY id
