"""What relays make of a Google that fails: answers of real relays, and what is made of each."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from bot.relay.errors import relay_error
from bot.relay.gemini.errors import GEMINI

ANSWERS = cast(
    "list[dict[str, Any]]", json.loads(Path(__file__).with_name("relays.json").read_text("utf-8"))
)
PAGE = (Path(__file__).parents[3] / "docs" / "relays.md").read_text("utf-8")


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: f"{each['relay']} {each['happened']}")
def test_a_relays_answer_is_what_the_page_says(answer: dict[str, Any]) -> None:
    """Which error it is, and what is known of the bill, which goes by how soon it came."""
    body, took = answer["body"].encode(), answer.get("seconds", 1)
    error = relay_error(answer["status"], answer["headers"], body, GEMINI, took=took)
    told = (
        answer["relay"],
        answer["happened"],
        answer["asked"],
        answer["status"],
        f"`{type(error).__name__}`",
        error.billing.value,
    )
    assert f"| {' | '.join(map(str, told))} |" in PAGE.splitlines()


def test_the_page_has_no_other_rows() -> None:
    """Each is an answer that was recorded."""
    rows = [line for line in PAGE.splitlines() if line.startswith(("| gemini-", "| LiteLLM"))]
    assert len(rows) == len(ANSWERS)
