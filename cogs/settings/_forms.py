"""The forms of the pages: what stands in them, and what is entered."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.domain.guild_settings import LONGEST_PERSONA, MOST_CHOSEN, Feature, GuildSettings
from bot.interface.messages.forms import FORM_SECONDS, is_checked
from bot.interface.setting_words import setting_name
from bot.interface.texts import LOCALES, Texts
from bot.services.settings_check import CHOICES, SWITCHES, Server, SettingsCheck, dollars
from cogs.settings._topics import FORMS

USUAL: Final = "usual"
"""The choice that leaves it to whoever runs the bot."""

COUNT: Final = "count"
"""The field that says how many pictures the chosen roles have."""

_LONGEST_ENTRY: Final = 60
"""Characters of a number, an amount or a time zone."""


class SettingForms:
    """Make the form of a page, with what holds now, and read what was entered."""

    def __init__(self, check: SettingsCheck, texts: Texts) -> None:
        self._check = check
        self._texts = texts

    def of(self, topic: str, settings: GuildSettings, revision: int, locale: str) -> ui.Modal:
        """Return the form of a page."""
        form = ui.Modal(
            title=self._texts.get(f"topic-{topic}", locale),
            custom_id=f"atl:set-form-{topic}:{revision}",
            timeout=FORM_SECONDS,
        )
        for name in FORMS[topic]:
            for field in self._fields(name, settings, locale):
                form.add_item(field)
        return form

    def entered(
        self,
        topic: str,
        fields: dict[str, list[str]],
        settings: GuildSettings,
        server: Server,
    ) -> dict[str, Any]:
        """Return what a form says of each of its settings; a field that it lacks says nothing."""
        entered: dict[str, Any] = {}
        for name in FORMS[topic]:
            if name not in fields:
                continue
            if name == "off":
                entered[name] = [each.value for each in Feature if each not in fields[name]]
            elif name == "more":
                holds = {
                    role: more for role, more in settings.more.items() if server.has_role(role)
                }
                entered[name] = _more(holds, fields[name], fields.get(COUNT, []))
            elif name in SWITCHES:
                entered[name] = is_checked(fields, name)
            else:
                said = "".join(fields[name]).strip()
                entered[name] = None if said == USUAL else said
        return entered

    def _fields(self, name: str, settings: GuildSettings, locale: str) -> Iterable[ui.Label[Any]]:
        value = getattr(settings, name)
        if name == "off":
            yield self._features(settings, locale)
        elif name == "more":
            yield from self._more(locale)
        elif name in SWITCHES:
            yield self._label(name, ui.Checkbox[Any](custom_id=name, default=value), locale)
        elif name in CHOICES or name == "locale":
            yield self._label(name, self._radio(name, value, locale), locale)
        elif name in {"aspect", "size"}:
            yield self._label(name, self._select(name, value, locale), locale)
        else:
            yield self._label(name, _entry(name, value), locale)

    def _label(self, name: str, component: ui.Item[Any], locale: str) -> ui.Label[Any]:
        return ui.Label(
            text=setting_name(name, self._texts, locale),
            description=self._texts.get(f"about-{name}", locale),
            component=component,
        )

    def _radio(self, name: str, value: str | None, locale: str) -> ui.RadioGroup[Any]:
        if name == "locale":
            labels = {each: self._texts.get("language-name", each) for each in LOCALES}
        else:
            labels = {
                each.value: self._texts.get(f"{name}-{each}", locale) for each in CHOICES[name]
            }
        if name in {"locale", "safety"}:
            labels = {USUAL: self._texts.get("value-usual", locale), **labels}
        return ui.RadioGroup[Any](
            custom_id=name,
            options=[
                discord.RadioGroupOption(label=label, value=each, default=each == (value or USUAL))
                for each, label in labels.items()
            ],
        )

    def _select(self, name: str, value: str | None, locale: str) -> ui.Select[Any]:
        offered = self._check.allowed(name)
        labels = {USUAL: self._texts.get("value-usual", locale)}
        labels |= {each: each for each in (*filter(None, [value]), *offered)}
        options = [
            discord.SelectOption(label=label, value=each, default=each == (value or USUAL))
            for each, label in labels.items()
        ]
        return ui.Select[Any](custom_id=name, required=False, options=options[:MOST_CHOSEN])

    def _features(self, settings: GuildSettings, locale: str) -> ui.Label[Any]:
        """Return the field in which is checked what is on."""
        options = [
            discord.CheckboxGroupOption(
                label=self._texts.get(f"feature-{each}", locale),
                value=each.value,
                default=settings.has(each),
            )
            for each in Feature
        ]
        group = ui.CheckboxGroup[Any](
            custom_id="off",
            required=False,
            min_values=0,
            max_values=len(options),
            options=options,
        )
        return ui.Label(text=self._texts.get("form-settings-on", locale), component=group)

    def _more(self, locale: str) -> Iterable[ui.Label[Any]]:
        """Return the fields in which some roles are given more pictures than others."""
        yield self._label(
            "more",
            ui.RoleSelect[Any](custom_id="more", required=True, max_values=MOST_CHOSEN),
            locale,
        )
        yield ui.Label(
            text=self._texts.get("form-settings-count", locale),
            description=self._texts.get("form-settings-count-placeholder", locale),
            component=_entry(COUNT, None),
        )


def _entry(name: str, value: Any) -> ui.TextInput[Any]:
    """Return a field for a number, an amount, a time zone, or words."""
    is_long = name == "persona"
    said = dollars(value) if name == "budget" and value is not None else value
    return ui.TextInput[Any](
        custom_id=name,
        style=discord.TextStyle.paragraph if is_long else discord.TextStyle.short,
        default=None if said in {None, ""} else str(said),
        required=False,
        max_length=LONGEST_PERSONA if is_long else _LONGEST_ENTRY,
    )


def _more(
    holds: Mapping[int, int], roles: Sequence[str], count: Sequence[str]
) -> dict[str, int | str]:
    """Return what each role has once so many are given to these; none: they have no more."""
    said = "".join(count).strip()
    kept: dict[str, int | str] = {
        str(role): more for role, more in holds.items() if str(role) not in roles
    }
    return kept | (dict.fromkeys(roles, said) if said else {})
