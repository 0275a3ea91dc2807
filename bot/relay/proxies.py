"""The proxy on the way to an address, as the environment names it: HTTP(S)_PROXY and NO_PROXY.

aiohttp would look there itself, but then also into `~/.netrc`, whose names and passwords would take
the place of a relay's key. The guarded fetch of pictures (`bot.relay.media`) goes through none:
behind a proxy nobody could see which address is dialled.
"""

import logging
from typing import Final
from urllib.request import getproxies, proxy_bypass

from yarl import URL

log = logging.getLogger(__name__)

_SECURE: Final = frozenset({"https", "wss"})


def proxy_for(address: str) -> URL | None:
    """Return the proxy for what is asked at an address; None where that is reached directly.

    Its name and password, if it wants any, are part of it: no matter for a log. One that can't be
    used is told there, and is none.
    """
    try:
        url = URL(address)
    except ValueError:
        return None
    scheme = "https" if url.scheme in _SECURE else "http"
    named = getproxies().get(scheme)
    if not named or proxy_bypass(url.host_port_subcomponent or ""):
        return None
    try:
        # Without a scheme it is what curl and others take it for.
        proxy = URL(named if "://" in named else f"http://{named}")
        if proxy.scheme in {"http", "https"} and proxy.host:
            return proxy
    except ValueError:
        pass
    log.warning(
        "%s_PROXY: not a proxy that can be used. It starts with http://, and names a host;"
        " %s is asked directly",
        scheme.upper(),
        url.host,
    )
    return None
