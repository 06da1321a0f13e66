"""Titles that say the same, that are alike, and traps: titles that only look alike."""

import pytest

from cypher.names import name_key
from cypher.titles import compare_titles, near_keys, title_key

_PORT = "Quy chế quản lý hoạt động của Cảng quốc tế Cam Ranh"
_SCHEME = "Đề án tăng cường nguồn lực phát triển giáo dục và đào tạo đáp ứng yêu cầu đổi mới giai đoạn 2023-2030"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_PORT, "Quy chế Quản lý hoạt động Cảng quốc tế Cam Ranh"),
        ("Luật Khám bệnh, chữa bệnh", "Luật Khám chữa bệnh"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "LUẬT SỬA ĐỔI BỔ SUNG MỘT SỐ ĐIỀU LUẬT ĐẤT ĐAI"),
        ("Đề án dạy và học tiếng Mường", "Đề án dạy, học tiếng Mường"),
    ],
)
def test_these_say_the_same(one: str, other: str) -> None:
    assert title_key(name_key(None, one)) == title_key(name_key(None, other))


_NOT_THE_SAME = [
    ("Luật Đầu tư", "Luật Đấu thầu"),
    ("Luật Đầu tư", "Luật Đầu tư công"),
    ("Luật Đất đai", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai"),
    ("Luật sửa đổi, bổ sung một số điều của Luật Xây dựng", "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở"),
    (_SCHEME, _SCHEME.replace("2030", "2025")),
    (_SCHEME, _SCHEME.replace("2023-2030", "năm 2024")),
    (f"{_SCHEME} tỉnh Bắc Ninh", f"{_SCHEME} tỉnh Bắc Giang"),
    (f"{_SCHEME} trên địa bàn tỉnh", f"{_SCHEME} trên địa bàn huyện"),
    (_SCHEME, f"Dự thảo {_SCHEME}"),
    (_SCHEME, f"{_SCHEME} (tổng kết)"),
    (f"{_SCHEME} lần thứ XII", f"{_SCHEME} lần thứ XIII"),
    (f"{_SCHEME} cho cấp THCS", f"{_SCHEME} cho cấp THPT"),
    (f"{_SCHEME} lớp 1", f"{_SCHEME} lớp 2"),
    (f"Báo cáo tiếp thu số 474/BC-UBND về {_SCHEME}", f"Báo cáo tiếp thu số 465/BC-UBND về {_SCHEME}"),
    (_SCHEME, "Đề án phát triển giáo dục mầm non giai đoạn 2023-2030"),
]


@pytest.mark.parametrize(("one", "other"), _NOT_THE_SAME)
def test_these_are_never_the_same_nor_offered(one: str, other: str) -> None:
    first, second = name_key(None, one), name_key(None, other)
    assert first
    assert second
    assert title_key(first) != title_key(second)
    near = set(near_keys(first)) & set(near_keys(second)) - {None}
    assert compare_titles(first, second) is None or not near
    assert compare_titles(second, first) == compare_titles(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_SCHEME, f"{_SCHEME} trên địa bàn tỉnh"),
        (_SCHEME, _SCHEME.replace("Đề án", "Đề án của UBND tỉnh")),
        (_SCHEME, _SCHEME.replace("cường", "cưòngg")),
        (_SCHEME, _SCHEME.replace("giai đoạn 2023-2030", "")),
    ],
)
def test_these_are_alike(one: str, other: str) -> None:
    first, second = name_key(None, one), name_key(None, other)
    assert first
    assert second
    assert title_key(first) != title_key(second)
    assert compare_titles(first, second) == compare_titles(second, first) is not None
    assert set(near_keys(first)) & set(near_keys(second)) - {None}
