import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.documents import extract


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_text_is_read_as_it_stands(text):
    data = f"x{text}".encode()  # an "x", so that neither a byte order mark nor another format begins it
    assert extract("a.txt", data).text == f"x{text}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_tell_the_encoding(encoding):
    assert extract("a.txt", "Größe\r\nja".encode(encoding)).text == "Größe\r\nja"
