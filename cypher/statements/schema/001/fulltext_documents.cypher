// Finds documents by words of their title or number, accents and đ folded.
// Parameters: none
// Columns: none
CREATE FULLTEXT INDEX document_words IF NOT EXISTS FOR (n:Document) ON EACH [n.title, n.code]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
