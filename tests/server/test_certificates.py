"""The server's own authority: made once, its server certificate renewed under it."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from ticketdesk.server import certificates


def served(files: certificates.Certificates) -> x509.Certificate:
    return x509.load_pem_x509_certificate(files.server.read_bytes())


def test_makes_what_channel_binding_needs(tmp_path: Path) -> None:
    files = certificates.prepare(tmp_path)
    authority = x509.load_pem_x509_certificate(files.ca.read_bytes())
    held = served(files)
    held.verify_directly_issued_by(authority)
    for certificate in (authority, held):
        assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)
        assert isinstance(certificate.signature_hash_algorithm, hashes.SHA256)
    assert authority.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert not held.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    names = held.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert "localhost" in names.get_values_for_type(x509.DNSName)
    assert {"127.0.0.1", "::1"} <= {str(ip) for ip in names.get_values_for_type(x509.IPAddress)}
    for key in (files.ca_key, files.server_key):
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert files.fingerprint() == authority.fingerprint(hashes.SHA256()).hex()


def test_keeps_what_is_good(tmp_path: Path) -> None:
    first = served(certificates.prepare(tmp_path))
    assert served(certificates.prepare(tmp_path)) == first


def test_renews_before_the_end_under_the_same_authority(tmp_path: Path) -> None:
    files = certificates.prepare(tmp_path)
    first, authority = served(files), files.ca.read_bytes()
    soon = datetime.now(UTC) + timedelta(days=certificates.SERVER_DAYS) - certificates.RENEW_BEFORE + timedelta(hours=1)
    certificates.prepare(tmp_path, now=soon)
    assert served(files) != first
    assert served(files).not_valid_after_utc > first.not_valid_after_utc
    assert files.ca.read_bytes() == authority
    served(files).verify_directly_issued_by(x509.load_pem_x509_certificate(authority))


def test_renews_for_a_new_name(tmp_path: Path) -> None:
    files = certificates.prepare(tmp_path)
    certificates.prepare(tmp_path, names=["tickets.beispiel.invalid", "192.0.2.7"])
    names = served(files).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert "tickets.beispiel.invalid" in names.get_values_for_type(x509.DNSName)
    assert "192.0.2.7" in {str(ip) for ip in names.get_values_for_type(x509.IPAddress)}


def test_replaces_what_belongs_to_another_authority_or_is_broken(tmp_path: Path) -> None:
    ours, theirs = certificates.prepare(tmp_path / "ours"), certificates.prepare(tmp_path / "theirs")
    for wrong in (theirs.server.read_bytes(), b"no certificate"):
        ours.server.write_bytes(wrong)
        certificates.prepare(tmp_path / "ours")
        served(ours).verify_directly_issued_by(x509.load_pem_x509_certificate(ours.ca.read_bytes()))
