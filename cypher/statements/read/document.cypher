// What one document says about itself, the words that name its issuer, and how many citations there are of it.
// Parameters: id
// Columns: source, sha256, place, signer, signer_title, recipients, issuer, cited_by_count
MATCH (d:Document {id: $id})
OPTIONAL MATCH (d)-[:HAS_TEXT]->(t:Text)
OPTIONAL MATCH (d)-[e:ISSUED_BY]->(:Body)
RETURN d.source AS source, t.sha256 AS sha256, d.place AS place, d.signer AS signer, d.signer_title AS signer_title,
  d.recipients AS recipients,
  CASE WHEN e IS NOT NULL THEN {
    document: e.document, citation: e.citation, quote: e.quote, start: e.start, end: e.end,
    inferred: coalesce(e.inferred, false), why: e.why
  } END AS issuer,
  COUNT { (d)<-[:REFERS_TO]-() } AS cited_by_count
ORDER BY source
