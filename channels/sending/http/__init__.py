"""The only way out over HTTP. Public addresses only, no redirects, small answers, short patience."""

from channels.sending.http.addresses import BadAddress, check_address, ensure_public
from channels.sending.http.answers import Answer, Refused
from channels.sending.http.certificates import Certificate
from channels.sending.http.requesting import request

__all__ = ["Answer", "BadAddress", "Certificate", "Refused", "check_address", "ensure_public", "request"]
