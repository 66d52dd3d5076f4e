"""Who may reach the desk, and who may write."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Access:
    """Where the desk is served, and who may write.

    On this machine's own address everybody may, elsewhere whoever has the token; `read_only`: nobody.
    """

    host: str = "127.0.0.1"
    read_only: bool = False
    token: str | None = None

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in LOOPBACK_NAMES or is_loopback(self.host)

    def serves(self, host: str) -> bool:
        """Whether a Host header names us: an address, or a name that is ours.

        A foreign name that leads here is how a page of strangers would read what is served (DNS rebinding).
        """
        name = name_in(host)
        return name in LOOPBACK_NAMES or name == self.host.lower() or is_address(name)

    def may_write(self, token: str | None) -> bool:
        """Whether somebody who shows this token, or none, may write."""
        if self.read_only:
            return False
        if self.token is None:
            return self.is_loopback
        return token is not None and secrets.compare_digest(token.encode(), self.token.encode())


def name_in(host: str) -> str:
    """The name or address in a Host header, without port and brackets, in small letters."""
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def is_address(name: str) -> bool:
    """Whether it is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Whether it is an IP address of this machine alone."""
    return is_address(name) and ipaddress.ip_address(name).is_loopback
