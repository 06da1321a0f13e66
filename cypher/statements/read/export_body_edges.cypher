// What these bodies are part of and where they are.
// Parameters: ids
// Columns: origin, type, target, role, purpose, quote, start, end, document, citation, inferred, why, source, date,
//   score, reason, evidence_count, confidence
MATCH (a:Body)-[e:PART_OF|LOCATED_IN]->(b:Body|Place)
WHERE a.id IN $ids
RETURN a.id AS origin, type(e) AS type, b.id AS target, e.role AS role, e.purpose AS purpose, e.quote AS quote,
  e.start AS start, e.end AS end, e.document AS document, e.citation AS citation, e.inferred AS inferred, e.why AS why,
  e.source AS source, e.date AS date, e.score AS score, e.reason AS reason, null AS evidence_count, null AS confidence
ORDER BY origin, type, target, start
