// Makes sure that no two Document nodes have the same id.
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_document IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE
