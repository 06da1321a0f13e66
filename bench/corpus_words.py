"""Words of the synthetic corpus: what plans of the last ten years say, in sentences written for this project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field of administration, with those who work in it at each level and the acts that they rest on."""

    subject: str
    ministry: str
    ministry_symbol: str
    department: str
    department_symbol: str
    office: str
    """Of a district."""
    law: str
    law_date: tuple[int, int, int]
    circular: str
    circular_date: tuple[int, int, int]
    works: tuple[str, ...]
    """What is done in it, each beginning with a verb."""


FIELDS = (
    Field(
        "phát triển giáo dục phổ thông",
        "Bộ Giáo dục và Đào tạo", "BGDĐT", "Sở Giáo dục và Đào tạo", "SGDĐT", "Phòng Giáo dục và Đào tạo",
        "Giáo dục", (2019, 6, 14), "32/2018/TT-BGDĐT", (2018, 12, 26),
        (
            "rà soát thiết bị dạy học của các trường phổ thông",
            "bồi dưỡng giáo viên dạy các môn học của chương trình hiện hành",
            "thống kê số phòng học xuống cấp cần sửa chữa",
            "hướng dẫn các trường xây dựng kế hoạch dạy học từng học kỳ",
        ),
    ),
    Field(
        "nâng cao chất lượng khám bệnh, chữa bệnh tại tuyến cơ sở",
        "Bộ Y tế", "BYT", "Sở Y tế", "SYT", "Phòng Y tế",
        "Khám bệnh, chữa bệnh", (2009, 11, 23), "15/2014/TT-BYT", (2014, 5, 30),
        (
            "kiểm tra điều kiện hoạt động của các trạm y tế",
            "bố trí bác sĩ luân phiên về làm việc tại trạm y tế",
            "cập nhật hồ sơ sức khỏe của người cao tuổi trên địa bàn",
            "tập huấn sơ cứu ban đầu cho nhân viên y tế thôn bản",
        ),
    ),
    Field(
        "tinh giản biên chế và sắp xếp tổ chức bộ máy",
        "Bộ Nội vụ", "BNV", "Sở Nội vụ", "SNV", "Phòng Nội vụ",
        "Cán bộ, công chức", (2008, 11, 13), "13/2010/TT-BNV", (2010, 12, 30),
        (
            "lập danh sách cán bộ, công chức dôi dư sau sắp xếp",
            "thẩm định đề án vị trí việc làm của từng đơn vị",
            "tổng hợp nhu cầu đào tạo cán bộ trẻ",
            "kiểm tra kỷ luật, kỷ cương hành chính tại các cơ quan",
        ),
    ),
    Field(
        "quản lý và sử dụng tài sản công",
        "Bộ Tài chính", "BTC", "Sở Tài chính", "STC", "Phòng Tài chính - Kế hoạch",
        "Ngân sách nhà nước", (2015, 6, 25), "342/2016/TT-BTC", (2016, 12, 30),
        (
            "kiểm kê trụ sở, nhà đất do cơ quan nhà nước đang quản lý",
            "thẩm định dự toán mua sắm tài sản của các đơn vị",
            "đôn đốc việc quyết toán các công trình đã hoàn thành",
            "công khai số liệu thu, chi trên trang thông tin điện tử",
        ),
    ),
    Field(
        "đẩy mạnh đăng ký hộ tịch trên môi trường điện tử",
        "Bộ Tư pháp", "BTP", "Sở Tư pháp", "STP", "Phòng Tư pháp",
        "Hộ tịch", (2014, 11, 20), "04/2020/TT-BTP", (2020, 5, 28),
        (
            "số hóa sổ hộ tịch lưu tại trụ sở",
            "bồi dưỡng nghiệp vụ cho công chức làm công tác hộ tịch",
            "rà soát thủ tục hành chính còn yêu cầu nộp bản giấy",
            "đối chiếu dữ liệu khai sinh với cơ sở dữ liệu dân cư",
        ),
    ),
    Field(
        "ứng dụng khoa học và công nghệ trong sản xuất nông nghiệp",
        "Bộ Khoa học và Công nghệ", "BKHCN", "Sở Khoa học và Công nghệ", "SKHCN", "Phòng Kinh tế và Hạ tầng",
        "Khoa học và công nghệ", (2013, 6, 18), "08/2017/TT-BKHCN", (2017, 6, 26),
        (
            "khảo sát nhu cầu đổi mới công nghệ của các hợp tác xã",
            "nhân rộng mô hình tưới tiết kiệm nước đã thử nghiệm",
            "đăng ký nhãn hiệu tập thể cho sản phẩm đặc trưng",
            "lập danh mục thiết bị đo lường cần kiểm định",
        ),
    ),
)  # fmt: skip

PURPOSES = (
    ("Tạo chuyển biến rõ rệt trong nhận thức của cán bộ, công chức và người dân về nội dung của {act}.", "CITES"),
    ("Bảo đảm việc thực hiện {act} đồng bộ, đúng tiến độ, không chồng chéo.", "IMPLEMENTS"),
    ("Xác định rõ nội dung công việc, sản phẩm và tiến độ của từng mục tiêu nêu trong {act}.", "CITES"),
    ("Nội dung công việc gắn với điều kiện thực tế của từng địa bàn, có sản phẩm cụ thể, dễ đo đếm.", None),
    ("Sự phối hợp giữa các cấp, các ngành thông suốt; trách nhiệm của người đứng đầu được nêu rõ.", None),
)
"""Under "MỤC ĐÍCH, YÊU CẦU"; `{act}` is a citation, with the relation that the words around it state."""

NARRATIVE = (
    "Trong những năm qua, công tác này đã có nhiều chuyển biến, chất lượng được nâng lên từng bước.",
    "Cơ sở vật chất tiếp tục được đầu tư, song ở vùng sâu, vùng xa vẫn còn thiếu thốn, có nơi xuống cấp.",
    "Số liệu báo cáo của cơ sở có lúc chưa khớp, gây khó khăn cho công tác tổng hợp và dự báo.",
    "Đội ngũ làm công tác chuyên môn cơ bản đủ về số lượng nhưng cơ cấu chưa hợp lý, tuổi bình quân còn cao.",
    "Nguồn kinh phí chủ yếu từ ngân sách địa phương, phần huy động từ xã hội còn khiêm tốn so với nhu cầu thực tế.",
    "Công tác tuyên truyền có nơi còn mang tính hình thức, nội dung chưa phù hợp với từng nhóm đối tượng.",
    "Việc ứng dụng công nghệ thông tin đã rút ngắn thời gian giải quyết hồ sơ, giảm chi phí đi lại cho người dân.",
    "Một số chỉ tiêu đạt thấp so với bình quân của cả vùng, khoảng cách giữa đồng bằng và miền núi chậm được thu hẹp.",
    "Những hạn chế nêu trên có nguyên nhân khách quan từ điều kiện tự nhiên, dân cư phân tán, giao thông cách trở.",
    "Nguyên nhân chủ quan là công tác dự báo chưa sát, sự phối hợp giữa các ngành có lúc chưa nhịp nhàng.",
    "Tình hình dịch bệnh và thiên tai những năm gần đây đã tác động không nhỏ đến tiến độ của nhiều công việc.",
    "Kết quả khảo sát cho thấy đa số hộ gia đình hài lòng với dịch vụ, tuy còn ý kiến về thời gian chờ đợi.",
)
"""Of how things stand; orders nothing and cites nothing."""

PLAIN_WORKS = (
    "tuyên truyền nội dung của Kế hoạch trên hệ thống truyền thanh",
    "xây dựng kế hoạch chi tiết và phân công cán bộ theo dõi",
    "báo cáo kết quả thực hiện theo định kỳ",
    "tổng hợp khó khăn, vướng mắc của cơ sở",
    "sắp xếp nguồn kinh phí cho các nội dung của đơn vị mình",
)

FAMILY_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE_NAMES = ("Văn", "Thị", "Minh", "Hữu", "Đức", "Ngọc", "Quốc", "Thanh")
GIVEN_NAMES = ("An", "Bình", "Dũng", "Hà", "Hạnh", "Khánh", "Lâm", "Mai", "Nam", "Phúc", "Sơn", "Tâm", "Tuấn", "Yến")
