// Takes away which bodies issued these documents.
// Parameters: ids
// Columns: none
MATCH (d:Document)-[e:ISSUED_BY]->(:Body)
WHERE d.id IN $ids
DELETE e
