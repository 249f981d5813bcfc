"""The server's own certificate authority and the certificate it shows to clients.

ECDSA P-256 with SHA-256 throughout: Ed25519 breaks SCRAM channel binding in libpq. Clients pin the authority, so that a renewed
server certificate goes unnoticed and a foreign one is refused.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import ifaddr
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from ticketdesk.server.system_user import Account, make_folder, write_private

CA_DAYS = 3650
SERVER_DAYS = 397
RENEW_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Certificates:
    """Where the files lie. The authority's key is never given to the database's user."""

    ca: Path
    ca_key: Path
    server: Path
    server_key: Path

    def ca_pem(self) -> str:
        """Return the authority's certificate as clients pin it."""
        return self.ca.read_text("ascii")

    def fingerprint(self) -> str:
        """Return the authority's SHA-256 fingerprint in hex."""
        return fingerprint(self.ca_pem())


def fingerprint(pem: str) -> str:
    """Return the SHA-256 fingerprint of a certificate in hex."""
    return x509.load_pem_x509_certificate(pem.encode("ascii")).fingerprint(hashes.SHA256()).hex()


def local_names() -> tuple[str, ...]:
    """Return the names and addresses under which this host may be reached."""
    always = ("localhost", "127.0.0.1", "::1")
    addresses = {ip.ip if isinstance(ip.ip, str) else ip.ip[0] for adapter in ifaddr.get_adapters() for ip in adapter.ips}
    hosts = {socket.gethostname(), socket.getfqdn(), ""}
    return (*always, *sorted(hosts - {"", *always}), *sorted(addresses - set(always)))


def prepare(folder: Path, *, owner: Account | None = None, names: Iterable[str] = (), now: datetime | None = None) -> Certificates:
    """Make what is missing, and renew the server's certificate when it ends soon or this host has a new name.

    ``owner`` is the system user of the database, who gets the server's key and nothing else.
    """
    moment = now or datetime.now(UTC)
    files = Certificates(folder / "ca.crt", folder / "ca" / "ca.key", folder / "server.crt", folder / "server.key")
    make_folder(folder, mode=0o711 if owner else 0o700)
    make_folder(files.ca_key.parent, mode=0o700)
    if not (files.ca.exists() and files.ca_key.exists()):
        _make_authority(files, moment)
    wanted = tuple(dict.fromkeys((*local_names(), *names)))
    if not _still_good(files, wanted, moment):
        _make_server(files, wanted, moment, owner=owner)
    return files


def _still_good(files: Certificates, wanted: tuple[str, ...], now: datetime) -> bool:
    try:
        held = x509.load_pem_x509_certificate(files.server.read_bytes())
        authority = x509.load_pem_x509_certificate(files.ca.read_bytes())
        held.verify_directly_issued_by(authority)
        serialization.load_pem_private_key(files.server_key.read_bytes(), None)
        named = held.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        return False
    if not held.not_valid_before_utc <= now < held.not_valid_after_utc - RENEW_BEFORE:
        return False
    return {str(value) for value in _values(named)} >= {str(value) for value in _values(x509.SubjectAlternativeName(_general(wanted)))}


def _values(names: x509.SubjectAlternativeName) -> list[object]:
    return [*names.get_values_for_type(x509.DNSName), *names.get_values_for_type(x509.IPAddress)]


def _general(names: Iterable[str]) -> list[x509.GeneralName]:
    general: list[x509.GeneralName] = []
    for name in names:
        try:
            general.append(x509.IPAddress(ipaddress.ip_address(name.partition("%")[0])))
        except ValueError:
            if name.isascii():
                general.append(x509.DNSName(name))
    return list(dict.fromkeys(general))


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text[:64])])


def _make_authority(files: Certificates, now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"ticketdesk {socket.gethostname()}")
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
        key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        _builder(name, name, key.public_key(), now, days=CA_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    write_private(files.ca_key, _key_pem(key))
    write_private(files.ca, certificate.public_bytes(serialization.Encoding.PEM), mode=0o644)


def _make_server(files: Certificates, names: tuple[str, ...], now: datetime, *, owner: Account | None) -> None:
    authority = x509.load_pem_x509_certificate(files.ca.read_bytes())
    ca_key = serialization.load_pem_private_key(files.ca_key.read_bytes(), None)
    if not isinstance(ca_key, ec.EllipticCurvePrivateKey):
        raise ValueError("the authority's key is not an elliptic curve key")
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        _builder(_name(socket.gethostname()), authority.subject, key.public_key(), now, days=SERVER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(_general(names)), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    write_private(files.server_key, _key_pem(key), owner=owner)
    write_private(files.server, certificate.public_bytes(serialization.Encoding.PEM), mode=0o644)


def _builder(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, *, days: int) -> x509.CertificateBuilder:
    # Begins a day early: the clocks of an office's machines differ.
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=days))
    )
