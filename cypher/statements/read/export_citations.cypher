// The citations that stand in these documents; `edge` is the typed edge that each supports (origin|TYPE|target).
// Parameters: ids
// Columns: id, document, cited, subject, relation, edge, code, pinpoint, quote, start, end, context, context_start,
//   context_end, rule, confidence, defects, completed
MATCH (d:Document)-[:HAS_CITATION]->(c:Citation)
WHERE d.id IN $ids
MATCH (c)-[:REFERS_TO]->(t:Document), (c)-[:SUBJECT]->(s:Document)
RETURN c.id AS id, d.id AS document, t.id AS cited, s.id AS subject, c.relation AS relation, c.edge AS edge,
  c.code AS code, c.pinpoint AS pinpoint, c.quote AS quote, c.start AS start, c.end AS end, c.context AS context,
  c.context_start AS context_start, c.context_end AS context_end, c.rule AS rule, c.confidence AS confidence,
  c.defects AS defects, c.completed AS completed
ORDER BY id
