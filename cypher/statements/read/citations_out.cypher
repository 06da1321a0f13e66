// Citations that stand in a document, in the order of the text, after one; of one relation, or of all for null.
// Parameters: id, relation, after, limit
// Columns: id, relation, subject, cited, pinpoint, defects, completed, document, source, quote, start, end,
//   context, context_start, context_end, rule, confidence
MATCH (d:Document {id: $id})-[:HAS_CITATION]->(c:Citation)
WHERE c.id > $after AND ($relation IS NULL OR c.relation = $relation)
WITH d, c
ORDER BY c.id
LIMIT $limit
MATCH (c)-[:REFERS_TO]->(t:Document), (c)-[:SUBJECT]->(s:Document)
RETURN c.id AS id, c.relation AS relation, s.id AS subject, t.id AS cited, c.pinpoint AS pinpoint,
  c.defects AS defects, c.completed AS completed, d.id AS document, d.source AS source, c.quote AS quote,
  c.start AS start, c.end AS end, c.context AS context, c.context_start AS context_start,
  c.context_end AS context_end, c.rule AS rule, c.confidence AS confidence
ORDER BY id
