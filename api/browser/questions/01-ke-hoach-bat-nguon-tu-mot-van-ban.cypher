// 01. Kế hoạch nào của địa phương bắt nguồn từ Nghị quyết 32/NQ-CP? (hình)
// Muốn hỏi về văn bản khác, đổi số hiệu và năm ở dòng dưới.
MATCH (target:Document {code: '32/NQ-CP', year: 2024})
MATCH path = SHORTEST 1 (plan:Document)-[:IMPLEMENTS]->{1,6}(target)
WHERE plan.level IN ['province', 'district', 'commune']
RETURN path
