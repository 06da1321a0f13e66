// Finds tasks by their words and those of the heading above them, accents and đ folded.
// Parameters: none
// Columns: none
CREATE FULLTEXT INDEX task_search IF NOT EXISTS FOR (n:Task) ON EACH [n.text, n.heading]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
