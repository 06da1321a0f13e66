// Finds documents by words of title, number, type and place, accents and đ folded.
// Parameters: none
// Columns: none
CREATE FULLTEXT INDEX document_search IF NOT EXISTS FOR (n:Document)
ON EACH [n.title, n.code, n.type, n.province, n.district, n.commune]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
