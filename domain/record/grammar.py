"""What a text that lies in the record in clear may look like: a shape for each reason, so that no words fit in.

A number of a document, in the manner of Nghị định 30/2020/NĐ-CP, Phụ lục I:

    [running number, with a part after "-"] ["/" year] ["/" signs joined by "-"]     12-3/2026/QĐ-UBND, 123/QĐ, 45
    kind "-" running number ["/" signs]                                              GUQ-07, QĐ-15/UBND

Every sign, figures behind it aside (UBTVQH15), is that of a kind of document or of a body, from the lists below:
letters at will could spell a name. Who issues under a sign that is not listed leaves the sign out.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from domain.record.clear import Clear
from domain.record.refusal import Refusal


def words_of(text: str, between: str | None = None) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(" ".join(each.split()) for each in text.split(between))


DOCUMENTS = words_of(
    """NQ QĐ CT QC QYĐ TC TB HD CTR KH PA ĐA DA BC BB TTR HĐ CV CĐ BGN BTT GUQ GM GGT GNP PG PC PB UQ YC ĐN ĐƠN
    QĐST QĐPT BA KN KL GXN CNN GBT TLKT"""
)
BODIES = words_of(
    """UBND HĐND VP SYT SNV STP SGDĐT SLĐTBXH SXD STC SVHTTDL CA CAP CAX CATP CAT CSĐT CSHS PC VKS VKSND TA
    TAND TTTP TTT TTR TTCP MTTQ UBMTTQ BTT HPN ĐTN VHXH KTHT NV TTCTXH TTBTXH TTTGPL BV BVTE BVĐCTE QBTTE CTXH TTPVHCC
    CP TTG QH UBTVQH BYT BCA BTP BNV BLĐTBXH TU ĐU"""
)
OPENINGS = words_of(
    """phường xã thị đặc quận huyện thành tỉnh sở ủy công tòa viện thanh trung bệnh trường mặt tổng hội đoàn làng mái
    nhà cơ phòng ban trạm bộ cục chi quỹ"""
)
"""The first words of what public bodies are called: phường, ủy ban, tòa án, trung tâm ..."""
OF_POSTS = words_of(
    """chủ tịch phó ủy ban nhân dân giám đốc trưởng chánh thanh tra viên chức công cán bộ điều kiểm sát thư ký tòa án
    đoàn đội tổ ban phòng trung tâm sở cơ quan phụ trách thường trực tiếp nhận bảo vệ trẻ em xã phường thành phố cấp
    văn hóa hội y tế nội vụ tư pháp giáo dục đào tạo lao động thương binh và về người làm đứng đầu đầu mối dữ liệu
    tác quản trị sổ đăng mặt trận tổ quốc bệnh viện trạm chuyên đài tổng hành chính một cửa số ubnd"""
)
"""The words that titles of posts are made of."""
FORMS = words_of(
    """tỉnh, thành phố trực thuộc trung ương, thành phố, quận, huyện, thị xã, thị trấn, phường, xã, đặc khu, sở, ban,
    thanh tra, công an, mặt trận, tòa án, viện kiểm sát, bệnh viện, trung tâm, trường học, cơ sở trợ giúp xã hội,
    tổng đài, hội, đoàn thể""",
    ",",
)
NUMBERED = re.compile(r"\d{1,5}(-\d{1,3})?(/(19|20)\d\d)?(/(?P<signs>\w+(-\w+){0,2}))?")
KIND_FIRST = re.compile(r"(?P<kind>\w+)-\d{1,4}(/(?P<signs>\w+))?")
OF_UNIT = re.compile(r"\d{1,8}|[A-ZĐ]{2,6}(-[A-ZĐ0-9]{1,6}){0,3}")
TERM = re.compile(r"\d{1,2}$")
"""The term of an assembly or the number of a section behind its sign: UBTVQH15, PC02."""
ARTICLE = re.compile(r"\d{1,3}[a-zđ]?(\.\d{1,2}[a-zđ]?){0,2}")
DIGEST = re.compile(r"[0-9a-f]{16}")
ENTRY = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")
HUMAN = re.compile(r"[^\W\d_]+(['’-][^\W\d_]+)?")
NAME_PARTS_MAX = 7
NAME_CHARACTERS_MAX = 60
PUBLIC_CHARACTERS_MAX = 120


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a clear text must look like, and the refusal that says so."""

    holds: Callable[[str], bool]
    refusal: Refusal


def is_document_number(text: str) -> bool:
    found = NUMBERED.fullmatch(text) or KIND_FIRST.fullmatch(text)
    if found is None:
        return False
    parts = found.groupdict()
    signs = [*(parts["signs"] or "").split("-"), parts.get("kind") or ""]
    return all(TERM.sub("", sign).upper() in DOCUMENTS | BODIES for sign in signs if sign)


def is_name_of_official(text: str) -> bool:
    """A name and nothing else: two to seven parts, each beginning with a capital."""
    parts = text.split(" ")
    proper = all(HUMAN.fullmatch(part) and part[0].isupper() for part in parts)
    return proper and len(parts) <= NAME_PARTS_MAX and len(text) <= NAME_CHARACTERS_MAX


def is_name_of_body(text: str) -> bool:
    words = text.split(" ")
    signs = all(sign.isalnum() or sign in " -,.()/&" for sign in text)
    return signs and words[0].casefold() in OPENINGS and len(text) <= PUBLIC_CHARACTERS_MAX


def is_title(text: str) -> bool:
    words = re.findall(r"\w+|[^\w\s]", text.casefold())
    return len(text) <= PUBLIC_CHARACTERS_MAX and all(word in OF_POSTS or word in "-,&" for word in words)


def _shaped(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.fullmatch(text) is not None


NUMBER_MALFORMED = Refusal(
    "number_malformed",
    vi="Chỉ ghi số và ký hiệu văn bản, ví dụ 123/QĐ-UBND hoặc 12/2026/QĐ-TA. Ký hiệu không có trong danh mục"
    " thì bỏ trống phần ký hiệu.",
    en="Give number and signs only, such as 123/QĐ-UBND or 12/2026/QĐ-TA. Leave out a sign that is not in the list.",
)
ENTRY_MALFORMED = Refusal(
    "entry_malformed",
    vi="Chỉ ghi số thứ tự có trong hồ sơ, ví dụ 2 hoặc 1.3.",
    en="Give a number that stands in the file, such as 2 or 1.3.",
)
NAME_MALFORMED = Refusal(
    "name_malformed",
    vi="Chỉ ghi họ và tên: chữ cái, mỗi từ viết hoa chữ đầu, tối đa 7 từ và 60 ký tự.",
    en="Give the name alone: letters, each part with a capital, at most 7 parts and 60 characters.",
)
BODY_MALFORMED = Refusal(
    "body_malformed",
    vi="Tên đơn vị bắt đầu bằng loại đơn vị, ví dụ Phường, Sở, Trung tâm; tối đa 120 ký tự.",
    en="The name of a unit begins with what it is, such as Phường, Sở, Trung tâm; at most 120 characters.",
)
UNIT_CODE_MALFORMED = Refusal(
    "unit_code_malformed",
    vi="Mã đơn vị là mã hành chính bằng số, hoặc các nhóm chữ in hoa nối bằng dấu gạch ngang, ví dụ 11359, HP-SYT.",
    en="A unit's code is the official number, or groups of capitals joined by hyphens, such as 11359, HP-SYT.",
)
FORM_UNKNOWN = Refusal(
    "form_unknown",
    vi=f"Loại hình phải là một trong: {', '.join(sorted(FORMS))}.",
    en=f"The form must be one of: {', '.join(sorted(FORMS))}.",
)
TITLE_MALFORMED = Refusal(
    "title_malformed",
    vi="Tên gọi chức danh chỉ gồm các từ chỉ chức vụ và lĩnh vực, không ghi tên người; tối đa 120 ký tự.",
    en="A title is made of words for posts and fields of work, never of a name; at most 120 characters.",
)
ARTICLE_MALFORMED = Refusal(
    "article_malformed",
    vi="Chỉ ghi điều, khoản, điểm bằng số, ví dụ 19 hoặc 26.3.",
    en="Give article, clause and point by their numbers, such as 19 or 26.3.",
)
NOT_TYPED = Refusal(
    "not_typed",
    vi="Mục này do hệ thống ghi, không được nhập.",
    en="The system writes this; it is never typed.",
)

GRAMMARS: Mapping[Clear, Grammar] = {
    Clear.NUMBER: Grammar(is_document_number, NUMBER_MALFORMED),
    Clear.ARTICLE: Grammar(_shaped(ARTICLE), ARTICLE_MALFORMED),
    Clear.LINK: Grammar(_shaped(ENTRY), ENTRY_MALFORMED),
    Clear.OFFICIAL: Grammar(is_name_of_official, NAME_MALFORMED),
    Clear.PUBLIC: Grammar(is_name_of_body, BODY_MALFORMED),
    Clear.UNIT_CODE: Grammar(_shaped(OF_UNIT), UNIT_CODE_MALFORMED),
    Clear.FORM: Grammar(FORMS.__contains__, FORM_UNKNOWN),
    Clear.TITLE: Grammar(is_title, TITLE_MALFORMED),
    Clear.DIGEST: Grammar(_shaped(DIGEST), NOT_TYPED),
    Clear.SYSTEM: Grammar(lambda text: False, NOT_TYPED),
}
"""For each reason to lie in clear what such a text must look like. A reason without one admits no text."""
MALFORMED = tuple(dict.fromkeys(grammar.refusal for grammar in GRAMMARS.values()))


def malformed(clear: Clear, text: str) -> Refusal | None:
    """Why the text may not lie in clear for this reason; None: it may."""
    grammar = GRAMMARS[clear]
    return None if grammar.holds(normalize("NFC", text).strip()) else grammar.refusal
