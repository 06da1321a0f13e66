// What one document says about itself, and how many citations there are of it.
// Parameters: id
// Columns: source, sha256, place, signer, signer_title, recipients, cited_by_count
MATCH (d:Document {id: $id})
OPTIONAL MATCH (d)-[:HAS_TEXT]->(t:Text)
RETURN d.source AS source, t.sha256 AS sha256, d.place AS place, d.signer AS signer, d.signer_title AS signer_title,
  d.recipients AS recipients, COUNT { (d)<-[:REFERS_TO]-() } AS cited_by_count
ORDER BY source
