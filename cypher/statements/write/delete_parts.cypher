// Deletes what these documents said: text, citations, tasks, recipients and issuer. The documents stay.
// Parameters: ids
// Columns: none
MATCH (d:Document)
WHERE d.id IN $ids
CALL (d) {
  MATCH (d)-[e:ISSUED_BY|SENT_TO]->(:Body)
  DELETE e
}
CALL (d) {
  MATCH (d)-[:HAS_TEXT|HAS_CITATION|HAS_TASK]->(part)
  DETACH DELETE part
}
