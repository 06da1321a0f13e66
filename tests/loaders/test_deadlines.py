"""Deadlines as printed, and the dates that they give."""

import pytest

from loaders.deadlines import date_of_deadline, find_deadline, read_period
from tests.near_misses import reads_to_the_end


@pytest.mark.parametrize(
    ("text", "deadline", "date"),
    [
        ("Báo cáo về Sở trước ngày 07 tháng 9 để tổng hợp.", "trước ngày 07 tháng 9", None),
        ("Gửi trước ngày 16 tháng 12\nnăm 2025 về Sở Nội vụ.", "trước ngày 16 tháng 12 năm 2025", "2025-12-16"),
        ("Định kỳ (trước ngày 30/11 hằng năm) báo cáo.", "trước ngày 30/11 hằng năm", None),
        (
            "Hoàn thành trước ngày 30/11/2025; xây mới, hoàn thành trước ngày 31/01/2026.",
            "trước ngày 30/11/2025; trước ngày 31/01/2026",
            "2025-11-30",
        ),
        ("Triển khai Tháng hành động (từ ngày 15/11 đến ngày 15/12).", "từ ngày 15/11 đến ngày 15/12", None),
        ("Kết thúc năm học 2024-2025, tổng kết trong năm 2025.", "Kết thúc năm học 2024-2025; trong năm 2025", "2025"),
        ("Hoàn thiện Nghị định trong tháng 12/2025.", "trong tháng 12/2025", "2025-12"),
        ("Trình trong quý IV năm 2025.", "trong quý IV năm 2025", "2025"),
        ("Báo cáo chậm nhất là ngày 5/6/2026.", "chậm nhất là ngày 5/6/2026", "2026-06-05"),
        ("Hoàn thiện để kịp báo cáo Quốc hội tại Kỳ họp thứ 10.", "kịp báo cáo Quốc hội tại Kỳ họp thứ 10", None),
        ("Báo cáo kết quả khi tổng kết đợt thi đua.", "khi tổng kết đợt thi đua", None),
        ("Gửi báo cáo trước 17 giờ ngày 27/11/2025.", "trước 17 giờ ngày 27/11/2025", "2025-11-27"),
        ("Sửa nhà cho dân trước Tết Nguyên đán năm 2026.", "trước Tết Nguyên đán năm 2026", "2026"),
        ("Trực từ ngày 15 đến ngày 31 tháng 12 năm 2025.", "từ ngày 15 đến ngày 31 tháng 12 năm 2025", "2025-12-31"),
        ("Nộp về Phòng Nội vụ chậm nhất đến hết ngày 05/7/2025.", "chậm nhất đến hết ngày 05/7/2025", "2025-07-05"),
        ("Gửi số liệu không muộn hơn ngày 10/8/2025.", "không muộn hơn ngày 10/8/2025", "2025-08-10"),
        ("Hạn cuối nộp hồ sơ: hạn cuối là ngày 15/4/2026.", "hạn cuối là ngày 15/4/2026", "2026-04-15"),
        ("Báo cáo trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng", None),
        ("Gửi báo cáo vào ngày 25 của tháng cuối quý.", "vào ngày 25 của tháng cuối quý", None),
        ("Tổng hợp chậm nhất ngày 05 tháng sau.", "chậm nhất ngày 05 tháng sau", None),
        ("Tiêm từ ngày 01/4/2025 đến hết ngày 30/4/2025.", "từ ngày 01/4/2025 đến hết ngày 30/4/2025", "2025-04-01"),
        ("Khảo sát từ tháng 3 đến tháng 6/2025.", "từ tháng 3 đến tháng 6/2025", "2025-06"),
        ("Ra quân từ nay đến hết năm 2025.", "từ nay đến hết năm 2025", "2025"),
        ("Nghiệm thu, hoàn thành Quý II/2026.", "Quý II/2026", None),
        ("Trình dự thảo (tháng 9/2025), lấy ý kiến rộng rãi.", "tháng 9/2025", "2025-09"),
        ("Tổ chức hội nghị, dự kiến tháng 10/2025.", "tháng 10/2025", "2025-10"),
        ("Khởi công vào ngày 19/8/2025 tại xã.", "vào ngày 19/8/2025", "2025-08-19"),
        ("Xây dựng phần mềm. Thời gian hoàn thành: Quý I năm 2026.", "Quý I năm 2026", "2026"),
        ("Sơ kết vào đầu năm 2026.", "đầu năm 2026", "2026"),
        ("Hoàn chỉnh, trình ký ban hành trước ngày 10/9/2023.", "trước ngày 10/9/2023", "2023-09-10"),
        ("Duy trì mực nước mặt ruộng đến hết ngày 25/9/2022.", "đến hết ngày 25/9/2022", "2022-09-25"),
        (
            "Lập và hoàn thành kế hoạch trước ngày 30 tháng 10 năm 2002.",
            "trước ngày 30 tháng 10 năm 2002",
            "2002-10-30",
        ),
        ("Đánh giá hai đợt (thời gian tháng 03 và tháng 09/2024).", "tháng 03 và tháng 09/2024", "2024-09"),
    ],
)
def test_deadlines(text: str, deadline: str, date: str | None) -> None:
    assert find_deadline(text, 0, len(text)) == deadline
    assert date_of_deadline(deadline) == date


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị định số 29/2023/NĐ-CP ngày 03/6/2023 của Chính phủ.",
        "Duy trì thường xuyên, báo cáo hằng năm.",
        "Phát triển hạ tầng đến năm 2030, giai đoạn 2021 - 2025.",
        "Phát huy kết quả đạt được trong năm 2023.",
        "Triển khai khi Chính phủ ban hành quy định.",
        "Chủ động sử dụng ngân sách địa phương năm 2026 và các năm tiếp theo.",
        "Báo cáo trong thời gian tới. Thời gian thực hiện: thường xuyên.",
        "Từ đầu năm 2025 đến nay đã giải ngân 40%.",
        "Mức trợ cấp hằng tháng được ban hành vào ngày 01/7/2025.",
        "Phấn đấu hoàn thành 100% kế hoạch (giai đoạn 2021 - 2025).",
        "Kiểm tra trước, trong và sau khi kết thúc đợt thi đua.",
    ],
)
def test_no_deadline(text: str) -> None:
    assert find_deadline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("Quý III Năm 2026", "Quý III Năm 2026"),
        ("Năm 2025 và các năm tiếp theo.", "Năm 2025 và các năm tiếp theo"),
        ("Từ ngày 15/11/2025 đến ngày 15/12/2025.", "Từ ngày 15/11/2025 đến ngày 15/12/2025"),
        ("Thường xuyên", None),
        ("Hằng năm", None),
        ("01 ngày/hội nghị", None),
        ("Khoảng 3 tháng", None),
        ("03 năm (2025 - 2027)", "03 năm (2025 - 2027)"),
        ("Hàng quý", None),
        ("Theo quy định", None),
    ],
)
def test_periods(cell: str, period: str | None) -> None:
    assert read_period(cell) == period


@reads_to_the_end
@pytest.mark.parametrize(
    "unit", ["trước ", "trong năm ", "từ ngày 1/1 ", "khi tổng kết ", "kịp báo cáo ", "hết ", "quý ", "tháng "]
)
def test_a_megabyte_of_near_misses_is_read_in_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    find_deadline(text, 0, len(text))
