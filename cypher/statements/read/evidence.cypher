// The citations that support these typed edges (origin|TYPE|target), the surest of each edge first, as lists of
// values: a row of its own for each would cost the driver more than the graph.
// Parameters: edges
// Columns: citations [[edge, document, source, quote, start, end, context, context_start, context_end, rule, confidence]]
MATCH (c:Citation)
WHERE c.edge IN $edges
MATCH (c)<-[:HAS_CITATION]-(d:Document)
WITH c, d
ORDER BY c.edge, c.confidence DESC, d.id, c.start, c.end, c.id
RETURN collect([
  c.edge, d.id, d.source, c.quote, c.start, c.end, c.context, c.context_start, c.context_end, c.rule, c.confidence
]) AS citations
