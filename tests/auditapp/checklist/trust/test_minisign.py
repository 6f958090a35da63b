# SPDX-License-Identifier: MPL-2.0
"""Sign and verify as minisign does; the fixed files here were made by the tool itself."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.trust.minisign import MAX_BYTES, PublicKey, SecretKey, Signature
from auditapp.errors import SignatureError

COMMENT = "template halden-visits version 1.2"
KEY = SecretKey(b"\x01\x02\x03\x04\x05\x06\x07\x00", b"s" * 32)


def lines_of(contents):
    """Return the four lines of a signature file."""
    return contents.decode().splitlines()


def with_line(contents, number, text):
    """Return a signature file with one line changed."""
    lines = lines_of(contents)
    lines[number] = text
    return "".join(f"{line}\n" for line in lines).encode()


def with_byte(line, position):
    """Return a base64 line with one byte of its data changed."""
    data = bytearray(base64.b64decode(line))
    data[position] ^= 1
    return base64.b64encode(data).decode()


def test_a_signature_of_the_tool_is_verified(signed, vector):
    """Contents and comment are exactly those that were signed."""
    key = PublicKey.parse(vector("publisher.pub").decode())
    signature = Signature.parse(signed.signature)
    signature.verify(signed.data, key)

    assert COMMENT == signature.trusted_comment
    assert key.name == signature.key_name == "13FD039B504F53AC"


def test_the_same_key_signs_as_the_tool_does(publisher, signed):
    """Ed25519 leaves nothing to chance, so the files are equal to the byte."""
    assert signed.signature == publisher.sign(signed.data, COMMENT)


def test_the_file_of_a_public_key_is_the_one_that_the_tool_writes(publisher, vector):
    """So that administrators can use either."""
    assert vector("publisher.pub") == publisher.public.to_bytes()


def test_a_public_key_is_read_from_its_line_and_from_its_file(publisher, vector):
    """The line is what people send each other."""
    text = vector("publisher.pub").decode()
    assert publisher.public == PublicKey.parse(text) == PublicKey.parse(text.split()[-1])


@pytest.mark.parametrize(
    "text", ["", "RWQ", "not base64!", base64.b64encode(b"XX" + b"1" * 40).decode()]
)
def test_what_is_no_public_key_is_refused(text):
    """With what to do."""
    with pytest.raises(SignatureError, match="not the public key") as caught:
        PublicKey.parse(text)
    assert "begins with RW" in caught.value.remedy


@given(st.binary(max_size=200), st.integers(min_value=0))
def test_any_changed_byte_is_found(contents, position):
    """So is one that was added."""
    signature = Signature.parse(KEY.sign(contents, COMMENT))
    signature.verify(contents, KEY.public)
    changed = bytearray(contents)
    if contents:
        changed[position % len(contents)] ^= 1
        with pytest.raises(SignatureError, match="something in it was changed"):
            signature.verify(bytes(changed), KEY.public)
    with pytest.raises(SignatureError, match="something in it was changed"):
        signature.verify(contents + b"\n", KEY.public)


def test_changed_line_ends_of_the_file_are_found(signed, publisher):
    """The raw bytes are signed, not the text."""
    signature = Signature.parse(signed.signature)
    with pytest.raises(SignatureError, match="something in it was changed"):
        signature.verify(signed.data.replace(b"\n", b"\r\n"), publisher.public)


def test_line_ends_of_the_signature_do_not_matter(signed, publisher):
    """Mail changes them, and minisign does not mind either."""
    signature = Signature.parse(signed.signature.replace(b"\n", b"\r\n"))
    signature.verify(signed.data, publisher.public)


def test_a_changed_comment_is_found(signed, publisher):
    """The comment that names the version is signed as well."""
    changed = with_line(signed.signature, 2, "trusted comment: template halden-visits version 9.9")
    with pytest.raises(SignatureError, match="comment is not the one"):
        Signature.parse(changed).verify(signed.data, publisher.public)


def test_the_untrusted_comment_may_be_anything(signed, publisher):
    """Nobody reads it."""
    changed = with_line(signed.signature, 0, "untrusted comment: sent by Halden")
    Signature.parse(changed).verify(signed.data, publisher.public)


@pytest.mark.parametrize("position", [10, 73])
def test_a_changed_signature_is_found(signed, publisher, position):
    """In its first byte and in its last."""
    line = lines_of(signed.signature)[1]
    changed = with_line(signed.signature, 1, with_byte(line, position))
    with pytest.raises(SignatureError, match="something in it was changed"):
        Signature.parse(changed).verify(signed.data, publisher.public)


def test_another_key_is_named(signed, publisher, vector):
    """Both keys are told, so that somebody can find out what happened."""
    other = PublicKey.parse(vector("plain.pub").decode())
    with pytest.raises(
        SignatureError, match=f"{publisher.public.name}, not with the key {other.name}"
    ):
        Signature.parse(signed.signature).verify(signed.data, other)


def test_the_old_form_is_refused(vector):
    """It was not made over the hash; the tool makes it with the option -l."""
    with pytest.raises(SignatureError, match="old form") as caught:
        Signature.parse(vector("legacy.minisig"))
    assert "without the option -l" in caught.value.remedy


@pytest.mark.parametrize("contents", [b"", b"\n \n"])
def test_an_empty_signature_is_told(contents):
    """It is not the same as no signature."""
    with pytest.raises(SignatureError, match="is empty"):
        Signature.parse(contents)


def test_every_cut_is_found(signed):
    """A file that ends early never counts as a signature; only the last line end may be missing."""
    whole = signed.signature
    Signature.parse(whole[:-1])
    for size in range(1, len(whole) - 1):
        with pytest.raises(SignatureError, match=r"cut short|not one of minisign"):
            Signature.parse(whole[:size])


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "a comment without its head"),
        (2, "a comment without its head"),
        (3, "AAAA\nmore"),
        (0, "untrusted comment: \udcff"),
        (0, "untrusted comment: " + "x" * MAX_BYTES),
    ],
)
def test_another_file_is_no_signature(signed, number, text):
    """Whatever stands in it."""
    lines = lines_of(signed.signature)
    lines[number] = text
    contents = "\n".join(lines).encode("utf-8", "surrogateescape")
    with pytest.raises(SignatureError, match="not one of minisign"):
        Signature.parse(contents)


@given(st.binary(max_size=300))
def test_noise_is_refused_in_words(contents):
    """Never with an error of Python's own."""
    with pytest.raises(SignatureError):
        Signature.parse(contents)


def test_new_keys_differ_and_hide_their_secret():
    """What is printed of a key, as in a traceback, does not give it away."""
    first, second = SecretKey.generate(), SecretKey.generate()
    assert first.key_id != second.key_id
    assert first.seed != second.seed
    assert first.seed.hex() not in repr(first)
    assert repr(first.seed) not in repr(first)


def test_the_name_of_a_key_has_all_its_digits():
    """Zeros at the front too, so that names can be compared."""
    assert "0007060504030201" == KEY.public.name
