// 03. Câu nào cho thấy Kế hoạch 5798/KH-UBND thực hiện Nghị quyết 32/NQ-CP? (hình)
// Bấm vào vòng tròn có dấu ngoặc kép: câu trích (quote) và cả đoạn (context) hiện ra ở bên phải.
MATCH (plan:Document {code: '5798/KH-UBND', year: 2024})<-[about:SUBJECT]-(citation:Citation {relation: 'IMPLEMENTS'})
MATCH (citation)-[to:REFERS_TO]->(target:Document {code: '32/NQ-CP', year: 2024})
MATCH (source:Document)-[has:HAS_CITATION]->(citation)
RETURN source, has, citation, about, plan, to, target
