// How many pairs are in one of these states; `open` are those that the graph offers.
// Parameters: decisions
// Columns: total
RETURN COUNT { MATCH (r:Review) WHERE r.decision IN $decisions }
  + CASE WHEN 'open' IN $decisions THEN COUNT { MATCH (:Document)-[:POSSIBLY_SAME_AS]->(:Document) } ELSE 0 END AS total
ORDER BY total
