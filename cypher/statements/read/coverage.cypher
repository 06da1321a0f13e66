// How many documents of each level are held, and how many are known only from those that cite them.
// Parameters: none
// Columns: level, held, cited_only
MATCH (d:Document)
WITH d.level AS level, d.held AS is_held, count(*) AS documents
WITH level, sum(CASE WHEN is_held THEN documents ELSE 0 END) AS held,
  sum(CASE WHEN is_held THEN 0 ELSE documents END) AS cited_only
RETURN level, held, cited_only
ORDER BY level
