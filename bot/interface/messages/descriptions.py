"""Descriptions as an answer: what a picture shows, and the prompt that would paint it."""

from bot.domain.job import Job
from bot.interface.markup import escaped
from bot.interface.messages.buttons import Button, imagine_button
from bot.interface.messages.chat import ChatPresenter
from bot.services.descriptions import description_of
from bot.services.job_watch import Made


class DescriptionPresenter(ChatPresenter):
    """Show the two parts of a description, and what paints the prompt."""

    def _read(self, text: str, locale: str) -> str:
        found = description_of(text)
        if found.prompt is None:
            return found.words
        heading = self._texts.get("description-prompt", locale)
        quoted = "\n".join(f"> {row}" for row in escaped(found.prompt).splitlines())
        return f"{found.words}\n\n**{heading}**\n{quoted}"

    def _buttons(self, job: Job, made: Made, locale: str) -> list[Button]:  # noqa: ARG002 (each has it)
        return [imagine_button(job.id, self._texts.get("button-imagine", locale))]
