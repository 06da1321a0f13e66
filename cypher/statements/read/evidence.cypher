// The citations that support these typed edges (origin|TYPE|target), the surest first.
// Parameters: edges
// Columns: edge, document, source, quote, start, end, context, context_start, context_end, rule, confidence
MATCH (c:Citation)
WHERE c.edge IN $edges
MATCH (c)<-[:HAS_CITATION]-(d:Document)
RETURN c.edge AS edge, d.id AS document, d.source AS source, c.quote AS quote, c.start AS start, c.end AS end,
  c.context AS context, c.context_start AS context_start, c.context_end AS context_end, c.rule AS rule,
  c.confidence AS confidence
ORDER BY edge, confidence DESC, document, start, end
