// One decision for each pair of documents.
// Parameters: none
// Columns: none
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE
