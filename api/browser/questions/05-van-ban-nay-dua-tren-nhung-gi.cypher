// 05. Kế hoạch 57/KH-UBND của xã Bảo Thạnh dựa trên những văn bản nào? (hình)
// Muốn hỏi về văn bản khác, đổi số hiệu và năm ở dòng dưới.
MATCH path = (plan:Document {code: '57/KH-UBND', year: 2024})-[:IMPLEMENTS|BASED_ON|SUPERVISES]->{1,6}(:Document)
RETURN path
LIMIT 200
