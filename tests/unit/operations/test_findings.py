import asyncio

import pytest

from bot.operations.doctor.findings import Finding, Verdict, looked, ok


async def test_what_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch):
    """The rest is told all the same."""
    monkeypatch.setattr("bot.operations.doctor.findings.CHECK_SECONDS", 0.01)

    async def hang() -> Finding:
        await asyncio.Event().wait()
        return ok("relay", "answers")

    found = await looked("relay", hang)
    assert found.verdict is Verdict.FAILS
    assert found.said == "no answer in 0.01 s"
    assert found.seconds > 0


async def test_a_check_that_breaks_is_a_finding_without_its_words():
    """They may hold what nobody is to read."""

    async def broken() -> Finding:
        raise ValueError("the key is sk-secret")

    found = await looked("relay", broken)
    assert (found.verdict, found.said) == (Verdict.FAILS, "the check broke: ValueError")
    assert "sk-secret" not in found.line
