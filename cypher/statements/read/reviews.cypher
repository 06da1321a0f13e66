// Pairs that a person decided in one of these ways (`open`: that nobody decided and that the graph offers) after one,
// the highest score first, then in the order of their ids.
// Parameters: decisions, after_score, after_id, limit
// Columns: id, one, other, decision, by, at, note, score, reason, rank
CALL () {
  MATCH (a:Document)-[e:POSSIBLY_SAME_AS]->(b:Document)
  WHERE 'open' IN $decisions
  RETURN a.id + '|' + b.id AS id, a.id AS one, b.id AS other, 'open' AS decision, null AS by, null AS at, null AS note,
    e.score AS score, e.reason AS reason
UNION ALL
  MATCH (r:Review)
  WHERE r.decision IN $decisions
  RETURN r.id AS id, r.one AS one, r.other AS other, r.decision AS decision, r.by AS by, r.at AS at, r.note AS note,
    r.score AS score, r.reason AS reason
}
WITH id, one, other, decision, by, at, note, score, reason, toInteger(round(100 * coalesce(score, 0))) AS rank
WHERE $after_id IS NULL OR rank < $after_score OR (rank = $after_score AND id > $after_id)
RETURN id, one, other, decision, by, at, note, score, reason, rank
ORDER BY rank DESC, id
LIMIT $limit
