"""Errors as they travel: Google's shape, and new-api's for what the relay itself refuses."""

import json
import secrets
from http import HTTPStatus
from typing import Any

_GOOGLE_STATUS = {
    HTTPStatus.BAD_REQUEST: "INVALID_ARGUMENT",
    HTTPStatus.FORBIDDEN: "PERMISSION_DENIED",
    HTTPStatus.NOT_FOUND: "NOT_FOUND",
    HTTPStatus.TOO_MANY_REQUESTS: "RESOURCE_EXHAUSTED",
    HTTPStatus.INTERNAL_SERVER_ERROR: "INTERNAL",
    HTTPStatus.SERVICE_UNAVAILABLE: "UNAVAILABLE",
    HTTPStatus.GATEWAY_TIMEOUT: "DEADLINE_EXCEEDED",
}


class WireError(Exception):
    """A refusal with the HTTP status and the JSON body that it is answered with."""

    def __init__(self, status: int, document: dict[str, Any]) -> None:
        super().__init__(document["error"]["message"])
        self.status = status
        self.document = document

    @property
    def body(self) -> bytes:
        """Return the document as UTF-8 JSON."""
        return json.dumps(self.document, ensure_ascii=False).encode()


def google(message: str, status: int = HTTPStatus.BAD_REQUEST) -> WireError:
    """Return an error in Google's shape (Google API design, "Errors")."""
    name = _GOOGLE_STATUS[HTTPStatus(status)]
    return WireError(status, {"error": {"code": int(status), "message": message, "status": name}})


def new_api(message: str, status: int, code: str = "") -> WireError:
    """Return an error as new-api makes its own: OpenAI's shape, with a request id."""
    text = f"{message} (request id: {secrets.token_hex(8)})"
    error = {"message": text, "type": "new_api_error", "param": "", "code": code}
    return WireError(status, {"error": error})
