// 07. Sở Giáo dục và Đào tạo tỉnh Bến Tre được giao những việc gì? (hình)
// Muốn hỏi về cơ quan khác, đổi tên trong dấu nháy; gõ một phần của tên cũng được.
MATCH (body:Body) WHERE toLower(body.name) CONTAINS toLower('Sở Giáo dục và Đào tạo tỉnh Bến Tre')
MATCH path = (:Document)-[:HAS_TASK]->(:Task)-[:ASSIGNS_TO]->(body)
RETURN path
LIMIT 100
