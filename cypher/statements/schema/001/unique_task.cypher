// Makes sure that no two Task nodes have the same id.
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_task IF NOT EXISTS FOR (n:Task) REQUIRE n.id IS UNIQUE
