// Joins documents that nobody holds to the bodies that, by the citations of them, issued them; the edge carries the
// words of the citation that decides, and says so where its issuer was completed and not read.
// Parameters: rows [{document, body, citation}]
// Columns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (b:Body {id: row.body})
MATCH (c:Citation {id: row.citation})<-[:HAS_CITATION]-(citing:Document)
WITH d, b, c, citing, [how IN c.completed WHERE how STARTS WITH 'issuer: ' | substring(how, 8)] AS completed
MERGE (d)-[e:ISSUED_BY]->(b)
SET e = {
  document: citing.id, citation: c.id, quote: c.quote, start: c.start, end: c.end,
  inferred: CASE WHEN size(completed) > 0 THEN true END, why: head(completed)
}
