"""Show the embedded Discord in a browser, and let whoever sits there act as its members."""

from demo.page.server import Page

__all__ = ["Page"]
