"""No form of an inner address is ever called: not by name, not by number, not by a name that changes."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3.util import connection as urllib3_connection

from channels.sending.errors import SendError
from channels.sending.http import BadAddress, check_address, ensure_public, request
from channels.sending.http.addresses import is_allowed

INSIDE = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.9.9.9", "168.63.129.16",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1",
    "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::7f00:1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::a00:1", "100::1", "2001::1", "2001:0:7f00:1::",
    "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1", "3fff::1",
    "4000::1", "5f00::1", "8000::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1",
    "ff02::1", "ff0e::1",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700::6810:84e5", "2a01:4f8::1", "::ffff:8.8.8.8"]

WRONG = [
    "", "ftp://stadt.example/", "http://stadt.example/", "//stadt.example/", "stadt.example", "https://",
    "https:///pfad", "https://stadt.example:8443/", "https://stadt.example:80/", "https://stadt.example:0/",
    "https://stadt.example:99999/", "https://ada@stadt.example/", "https://ada:geheim@stadt.example/",
    "https://stadt.example\\@127.0.0.1/", "https://stadt.example#@127.0.0.1/\n", "https://127.0.0.1\t/",
    "https://stadt.exa mple/", "https://stadt.example/\r\nX: y", "https://stadt\u202e.example/",
    "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/",
    "https://0177.0.0.1/", "https://0x7f.0.0.1/", "https://127.0.0.1./", "https://0/", "https://[::1]/",
    "https://[::ffff:127.0.0.1]/", "https://[fe80::1%25eth0]/", "https://[64:ff9b::7f00:1]/",
    "https://８.８.８.８/", "https://１２７.０.０.１/", "https://127。0。0。1/", "https://①②⑦.⓪.⓪.①/",
    "https://93.184.216.34/", "https://localhost/", "https://LOCALHOST./", "https://a.localhost/",
    "https://drucker.local/", "https://drucker/", "https://db.internal/", "https://nas.home.arpa/",
    "https://x.onion/", "https://metadata.google.internal/", "https://stadt..example/", "https://.example/",
    "https://stadt.example../", "https://" + "a" * 64 + ".example/", "https://" + "a." * 130 + "example/",
    "https://stadt.example/" + "x" * 2000, "https://stadt.1e1/", "https://stadt.0x7f/",
    "https://stadt%2eexample/", "https://stadt.example%00.de/", "https://stadt.example:443:80/",
    "javascript:alert(1)", "file:/etc/passwd", "gopher://stadt.example/", "data:,x",
]  # fmt: skip


@pytest.mark.parametrize("url", WRONG)
def test_what_is_no_public_address_is_refused_without_asking_anybody(url, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: pytest.fail("asked"))
    with pytest.raises(BadAddress) as caught:
        request("GET", url)
    assert caught.value.permanent
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://Stadt.Example", "https://stadt.example/"),
        ("HTTPS://stadt.example:443/a?b=c", "https://stadt.example/a?b=c"),
        ("https://stadt.example./a", "https://stadt.example/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://xn--bcher-kva.example/#teil", "https://xn--bcher-kva.example/"),
        ("https://a_b.stadt.example/", "https://a_b.stadt.example/"),
    ],
)
def test_a_good_address_has_one_form(url, canonical):
    assert check_address(url).url == canonical


def test_plain_http_only_by_setting(settings):
    settings.OUTGOING_PLAIN_HTTP = True
    assert check_address("http://stadt.example/").port == 80
    with pytest.raises(BadAddress):
        check_address("http://stadt.example:8080/")
    with pytest.raises(BadAddress):
        check_address("http://127.0.0.1/")


@pytest.mark.parametrize("number", INSIDE)
def test_numbers_of_the_inside(number):
    assert not is_allowed(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_numbers_of_the_public_internet(number):
    assert is_allowed(number)


def test_the_switch_opens_this_machine_and_nothing_else(settings):
    settings.OUTGOING_LOOPBACK = True
    opened = {number for number in INSIDE if is_allowed(number)}
    assert opened == {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"}


@given(st.ip_addresses(v=4))
def test_ipv4_is_never_wider_than_what_python_calls_global(number):
    if is_allowed(str(number)):
        assert number.is_global and not number.is_multicast
        assert is_allowed(f"::ffff:{number}")


@given(st.ip_addresses(v=4).filter(lambda number: not number.is_global))
def test_an_inner_number_in_a_wrapping_stays_an_inner_number(number):
    whole = int(number)
    wrapped = [
        ipaddress.IPv6Address(0xFFFF << 32 | whole),  # mapped
        ipaddress.IPv6Address(whole),  # compatible
        ipaddress.IPv6Address(0xFFFF << 48 | whole),  # translated
        ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) | whole),  # NAT64
        ipaddress.IPv6Address(int(ipaddress.IPv6Address("2002::")) | whole << 80),  # 6to4
        ipaddress.IPv6Address(int(ipaddress.IPv6Address("2001::")) | whole ^ 0xFFFFFFFF),  # Teredo
    ]
    assert [str(one) for one in wrapped if is_allowed(str(one))] == []


@given(st.ip_addresses(v=6))
def test_of_ipv6_only_what_is_routed(number):
    if is_allowed(str(number)) and not number.ipv4_mapped:
        assert number in ipaddress.IPv6Network("2000::/3")


# --- At the moment of the connection ----------------------------------------------------------


@pytest.fixture
def names(monkeypatch):
    """names("93.184.216.34", …): what the next look-ups answer, one after the other."""
    answers: list[list[str]] = []

    def lookup(host, port, *args, **options):
        numbers = answers.pop(0) if len(answers) > 1 else answers[0]
        families = {4: socket.AF_INET, 6: socket.AF_INET6}
        return [
            (families[6 if ":" in number else 4], socket.SOCK_STREAM, 6, "", (number, port or 0))
            for number in numbers
        ]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return lambda *given: answers.extend([one] if isinstance(one, str) else one for one in given)


@pytest.fixture
def called(monkeypatch):
    """The numbers that were called; every call fails."""
    numbers: list[str] = []

    def create_connection(address, *args, **options):
        numbers.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(urllib3_connection, "create_connection", create_connection)
    return numbers


@pytest.mark.parametrize("number", INSIDE)
def test_a_name_that_leads_inside_is_not_called(number, names, called):
    names(number)
    with pytest.raises(BadAddress, match="nicht ins öffentliche Internet"):
        request("GET", "https://falle.example/")
    with pytest.raises(BadAddress):
        ensure_public("https://falle.example/")
    assert called == []


def test_one_inner_number_among_public_ones_is_enough(names, called):
    names(["93.184.216.34", "10.0.0.1"])
    with pytest.raises(BadAddress):
        request("GET", "https://falle.example/")
    assert called == []


def test_a_name_that_changes_between_saving_and_sending(names, called):
    names("93.184.216.34", "127.0.0.1")
    ensure_public("https://falle.example/")
    with pytest.raises(BadAddress):
        request("GET", "https://falle.example/")
    assert called == []


def test_the_number_that_was_checked_is_the_number_that_is_called(names, called):
    names("93.184.216.34", "127.0.0.1")
    with pytest.raises(SendError, match="nicht erreichbar"):
        request("GET", "https://falle.example/")
    assert called == ["93.184.216.34"]


def test_a_connection_that_went_inside_after_all_is_dropped(names, monkeypatch, receiver, settings):
    """Should the library ever call another number than the one it checked."""
    settings.OUTGOING_LOOPBACK, settings.OUTGOING_PLAIN_HTTP = False, True
    names("93.184.216.34")
    connect = socket.socket.connect

    def create_connection(address, *args, **options):
        sock = socket.socket()
        connect(sock, ("127.0.0.1", receiver.server.server_port))
        return sock

    monkeypatch.setattr(urllib3_connection, "create_connection", create_connection)
    with pytest.raises(BadAddress):
        request("POST", "http://falle.example/", json={"geheim": 1})
    assert receiver.requests == []


def test_names_nobody_knows(monkeypatch):
    def lookup(*args, **options):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with pytest.raises(BadAddress, match="nicht zu finden"):
        ensure_public("https://gibt-es-nicht.example/")
    with pytest.raises(SendError, match="nicht erreichbar") as caught:
        request("POST", "https://gibt-es-nicht.example/")
    assert not caught.value.permanent
