// 02. Danh sách các kế hoạch bắt nguồn từ Nghị quyết 32/NQ-CP (bảng)
// Muốn hỏi về văn bản khác, đổi số hiệu và năm ở dòng dưới.
MATCH (target:Document {code: '32/NQ-CP', year: 2024})
MATCH path = SHORTEST 1 (plan:Document)-[:IMPLEMENTS]->{1,6}(target)
WHERE plan.level IN ['province', 'district', 'commune']
OPTIONAL MATCH (plan)-[:ISSUED_BY]->(issuer:Body)
RETURN coalesce(plan.code, '(để trống số)') AS `Số hiệu`, plan.type AS `Loại`, issuer.name AS `Cơ quan ban hành`,
  plan.date AS `Ngày`, length(path) AS `Số bước`, plan.title AS `Trích yếu`
ORDER BY `Số bước`, `Ngày`
