// What leads out of these documents to documents and bodies; typed edges with how much evidence they have.
// Parameters: ids
// Columns: origin, type, target, role, purpose, quote, start, end, document, citation, inferred, why, source, date,
//   score, reason, evidence_count, confidence
MATCH (a:Document)-[e:IMPLEMENTS|BASED_ON|PROMULGATES|APPROVES|AMENDS|REPLACES|REPEALS|GUIDES|SUPERVISES|REPORTS_ON|CITES|ISSUED_BY|SENT_TO|POSSIBLY_SAME_AS]->(b:Document|Body)
WHERE a.id IN $ids
CALL (a, e, b) {
  WITH a, e, b
  WHERE b:Document AND type(e) <> 'POSSIBLY_SAME_AS'
  MATCH (c:Citation {edge: a.id + '|' + type(e) + '|' + b.id})
  WITH count(c) AS evidence_count, max(c.confidence) AS confidence
  RETURN evidence_count, confidence
}
RETURN a.id AS origin, type(e) AS type, b.id AS target, e.role AS role, e.purpose AS purpose, e.quote AS quote,
  e.start AS start, e.end AS end, e.document AS document, e.citation AS citation, e.inferred AS inferred, e.why AS why,
  e.source AS source, e.date AS date, e.score AS score, e.reason AS reason, CASE WHEN evidence_count > 0 THEN evidence_count END AS evidence_count, confidence
ORDER BY origin, type, target, start
