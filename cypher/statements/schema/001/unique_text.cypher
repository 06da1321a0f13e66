// Makes sure that no two Text nodes have the same document.
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_text IF NOT EXISTS FOR (n:Text) REQUIRE n.document IS UNIQUE
