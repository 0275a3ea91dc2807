"""Who may do what, and where: a row for each thing that members can press, choose or send.

Anybody can send any custom id from anywhere, so each is pressed by everybody everywhere. A handler
that is registered and has no row here fails the first test.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

import discord
import pytest
from discord import app_commands

from bot.domain.style import Style
from bot.interface.client import AtelierClient
from demo.discord import ActionError, Channel, Interaction, Member, Message
from demo.discord.entries import Entry
from demo.stack import Stack
from tests.acting import WITHIN, answered, finished, png, say, until
from tests.worlds import Join, decide

Case = tuple[str, str]

PEOPLE: Final = ("author", "stranger", "moderator")
PLACES: Final = ("here", "elsewhere", "dm", "abroad")
"""Where the picture is, another channel, direct messages with the bot, another server."""

REFUSALS: Final = (
    "That belongs to another channel",
    "That was made for somebody else alone.",
    "and only they can choose.",
    "Only they can do this, or somebody who may manage messages here.",
    "Not everybody here sees that version",
    "That picture or message is no longer kept here.",
    "That style belongs to somebody else, or to another server.",
    "by those who may manage the server.",
    "Only somebody who may manage the server, or put members in time-out",
)

EVERYBODY: Final = frozenset((who, where) for who in PEOPLE for where in PLACES)
EVERYBODY_HERE: Final = frozenset((who, "here") for who in PEOPLE)
SEES_PUBLIC: Final = EVERYBODY_HERE | {("author", "dm")}
SEES_PRIVATE: Final = frozenset({("author", "here"), ("author", "dm")})
OWNS_PUBLIC: Final = SEES_PUBLIC - {("stranger", "here")}
AUTHOR_HERE: Final = frozenset({("author", "here")})
AUTHOR_HERE: Final = frozenset({("author", "here")})
AUTHOR_ANYWHERE: Final = frozenset(("author", where) for where in PLACES)
NOBODY: Final = frozenset[Case]()


@dataclass(frozen=True, slots=True)
class Row:
    """Say who may do a thing, about the public picture and about the private one."""

    public: frozenset[Case]
    private: frozenset[Case]


# What opens a form asks before anything is known: the row of the form tells who gets further.
BUTTONS: Final = {
    "edit": Row(EVERYBODY, EVERYBODY),
    "here": Row(SEES_PUBLIC, SEES_PRIVATE),
    "here-which": Row(SEES_PUBLIC, SEES_PRIVATE),
    "here-cells": Row(SEES_PUBLIC, SEES_PRIVATE),
    "here-ask": Row(EVERYBODY, EVERYBODY),
    "here-things-ask": Row(EVERYBODY, EVERYBODY),
    "here-thing-ask": Row(EVERYBODY, EVERYBODY),
    "here-names": Row(SEES_PUBLIC, SEES_PRIVATE),
    "here-mask": Row(EVERYBODY, EVERYBODY),
    "redo": Row(SEES_PUBLIC, SEES_PRIVATE),
    "regenerate": Row(NOBODY, NOBODY),  # of words alone
    "vary": Row(SEES_PUBLIC, SEES_PRIVATE),
    "aspect": Row(SEES_PUBLIC, SEES_PRIVATE),
    "upscale": Row(SEES_PUBLIC, SEES_PRIVATE),
    "retry": Row(SEES_PUBLIC, SEES_PRIVATE),
    "cancel": Row(OWNS_PUBLIC, SEES_PRIVATE),
    "stop": Row(OWNS_PUBLIC, SEES_PRIVATE),
    "show": Row(AUTHOR_ANYWHERE | OWNS_PUBLIC, AUTHOR_ANYWHERE),
    "share": Row(AUTHOR_HERE, AUTHOR_HERE),
    "thread": Row(OWNS_PUBLIC, SEES_PRIVATE),
    "more": Row(SEES_PUBLIC, SEES_PRIVATE),
    "original": Row(SEES_PUBLIC, SEES_PRIVATE),
    "spoiler": Row(OWNS_PUBLIC, SEES_PRIVATE),
    "imagine": Row(SEES_PUBLIC, SEES_PRIVATE),
    "collect": Row(SEES_PUBLIC, SEES_PRIVATE),
}
ENDS: Final = {
    "edit": ":1",
    "vary": ":1",
    "aspect": ":1",
    "upscale": ":1",
    "spoiler": ":1",
    "here": ":1",
    "here-which": ":1",
    "here-cells": ":0:1",
    "here-ask": ":0:1",
    "here-mask": ":0",
    "here-things-ask": ":1",
    "here-thing-ask": ":0",
    "here-names": ":0",
    "here-form": ":0:cells-1",
}
"""What stands behind the job in a custom id."""

MENUS: Final = {"here-which": ("0",), "here-cells": ("1",)}
"""What is chosen from, and what is chosen."""

FORMS: Final = {
    "here-form": Row(SEES_PUBLIC, SEES_PRIVATE),
    "edit-form": Row(SEES_PUBLIC, SEES_PRIVATE),
    "vary-form": Row(SEES_PUBLIC, SEES_PRIVATE),
    "aspect-form": Row(SEES_PUBLIC, SEES_PRIVATE),
    "upscale-form": Row(SEES_PUBLIC, SEES_PRIVATE),
    "edit-message": Row(EVERYBODY_HERE, AUTHOR_ANYWHERE),
}
# What names a message: the bot's own is stored, any other is fetched where it is pressed.
MESSAGES: Final = {
    "which": Row(EVERYBODY_HERE, AUTHOR_ANYWHERE),
    "delete": Row(OWNS_PUBLIC - {("author", "dm")}, AUTHOR_ANYWHERE),
}
# Who sees the channel may look at its versions from another one, and go back to them only here.
VERSIONS: Final = {
    "page": Row(
        EVERYBODY_HERE | {(who, "elsewhere") for who in PEOPLE},
        AUTHOR_ANYWHERE,
    ),
    "versions": Row(EVERYBODY_HERE, NOBODY),
}
OTHERS: Final = {
    "pick": "a message of one's own, in its channel",
    "example": "anywhere: it is about nothing that anybody made",
    "collected": "what one has collected oneself, anywhere",
    "here-thing": "what one had named oneself",
    "confirm": "as delete, which asks first",
    "paint": "what one had made better oneself, anywhere",
    "words": "what one had made better oneself, anywhere",
    "style-use": "a style, see STYLES",
    "style-delete": "a style, see STYLES",
    "style-confirm": "a style, see STYLES",
    "style-page": "what one may use where one is",
    "mine": "what one had made better oneself, anywhere",
    "avatar": "one's own avatar, of whatever server the bot is in",
    "own-relay": "the server's, see OWN_RELAY",
    "own-relay-remove": "the server's, see OWN_RELAY",
    "block-author": "a member, see MODERATION",
    "unblock": "a member, see MODERATION",
    "report": "opens a form that is checked when it is sent",
    "report-delete": "by what one may do in the channel of the post",
    "report-dismiss": "a report, see MODERATION",
    "privacy": "what is kept of whoever presses, anywhere",
}

# Of the server where one is, and for those alone who may manage it.
SETTINGS: Final = {
    "set-topic": "",
    "set-block": "",
    "set-unblock": ":0",
    "set-blocked": ":0",
    "set-import": ":0",
    **{
        f"set-{name}": ":0"
        for name in (
            *("channels", "roles", "editors", "models", "image-model", "chat-model"),
            *("log-channel", "form-where", "form-who", "form-models", "form-much"),
            *("form-shown", "form-features", "form-records"),
        )
    },
}
"""What stands behind each of them in a custom id."""

SETTING_FORMS: Final = ("where", "who", "models", "much", "shown", "features", "records")

OTHER_FORMS: Final = {
    "atl:imagine-form": "anywhere: all that it says stands in it",
    "atl:words-form:1": "what one had made better oneself",
    "atl:style-form:1": "a style, see STYLES",
    **{f"atl:set-form-{topic}:1": "those who manage the server" for topic in SETTING_FORMS},
    "atl:own-relay-form": "the server's, see OWN_RELAY",
    "atl:block:1": "a member, see MODERATION",
    "atl:report-form:1": "what others made and all see here, where a server takes reports",
}

LISTENERS: Final = {
    "on_message": "what is said is meant for the bot or not, in its channel alone",
    "on_interaction": "which language somebody reads; what is sent goes through `add_forms`",
}
"""What members can reach beside commands, buttons and forms."""
HERE_ALONE: Final = EVERYBODY_HERE | {(who, "elsewhere") for who in PEOPLE}
"""Wherever in the server."""

MANAGES_HERE: Final = frozenset({("moderator", "here"), ("moderator", "elsewhere")})

MANAGES: Final = MANAGES_HERE | {("moderator", "abroad")}
"""Whatever server it is that they manage."""

OWN_RELAY: Final = ("own-relay", "own-relay-remove", "own-relay-form")

# What stands behind the name in the custom ids of a panel of what was used.
USAGE: Final = {
    "usage": ":202611",
    "usage-next": ":202611:0:1-1-1-1",
    "usage-table": ":202611",
}

# Somebody's own, and one of the server.
STYLES: Final = {
    "style-use": (AUTHOR_ANYWHERE, HERE_ALONE),
    "style-form": (AUTHOR_ANYWHERE, HERE_ALONE),
    "style-delete": (AUTHOR_ANYWHERE, MANAGES_HERE),
    "style-confirm": (AUTHOR_ANYWHERE, MANAGES_HERE),
}


MODERATES: Final = frozenset({("moderator", where) for where in PLACES} - {("moderator", "dm")})
"""Each in the server where it is pressed, about that alone."""

MODERATION: Final = {
    "block-author": MODERATES,
    "block": MODERATES,
    "unblock": MODERATES,
    "report-dismiss": MODERATES,
}

TOLD: Final = ("_delete", "_remove", "on_guild_join", "on_ready")
"""How the names of events end that tell of what is gone or where the bot is: they show nothing."""

NO_REPORTS: Final = ("This server takes no reports here.", "That is yours. You can delete it.")

NOTHING_HERE: Final = (
    *NO_REPORTS,
    "There is no picture to change here.",
    "There are no versions here yet.",
    "There is no style called",
    "That belongs to another channel",
)

NO_SETTINGS: Final = (
    "Settings belong to a server that I am a member of.",
    "Only those who may manage the server",
)

NOT_OFFERED: Final = "not offered"
"""What the embedded Discord says of a command that clients don't show in a place."""

COMMANDS: Final = {
    "imagine": EVERYBODY,
    "chat": EVERYBODY,
    "edit": EVERYBODY_HERE,
    "history": EVERYBODY_HERE,
    "undo": EVERYBODY_HERE,
    "help": EVERYBODY,
    "models": EVERYBODY,
    "describe": EVERYBODY,
    "avatar": EVERYBODY - {(who, "dm") for who in PEOPLE},
    "style save": EVERYBODY,
    "style use": AUTHOR_ANYWHERE,
    "style list": EVERYBODY,
    "style delete": AUTHOR_ANYWHERE,
    "settings panel": MANAGES,
    "usage": EVERYBODY,
    "grant": MANAGES,
    "settings export": MANAGES,
    "settings import": MANAGES,
    "privacy show": EVERYBODY,
    "privacy export": EVERYBODY,
    "privacy forget": EVERYBODY,
    "Edit picture": EVERYBODY,
    "Describe picture": EVERYBODY_HERE,
    "Use as reference": EVERYBODY_HERE,
    "Delete": OWNS_PUBLIC - {("author", "dm")},
    "Report": NOBODY,  # unless a server takes reports
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold the people and places, and what the author has made: for all, and for them alone."""

    world: Stack
    client: AtelierClient
    people: dict[str, Member]
    elsewhere: Channel
    abroad: Channel
    public: Message
    private: Message

    def place(self, where: str, member: Member) -> Channel:
        """Return a place as this member has it."""
        if where == "dm":
            return member.dm
        return {"here": self.world.art, "elsewhere": self.elsewhere, "abroad": self.abroad}[where]


@pytest.fixture
async def scene(world: Stack, join: Join) -> Scene:
    """Give a picture that everybody sees, and one that only its author does."""
    author = world.discord.create_member(world.guild, "cara")
    stranger = world.discord.create_member(world.guild, "dora")
    people = {"author": author, "stranger": stranger, "moderator": world.anna}
    elsewhere = world.guild.create_text_channel("elsewhere")
    other = world.discord.create_guild("Another server")
    for member in people.values():
        world.discord.join(other, member, moderator=member is world.anna)
    abroad = other.create_text_channel("abroad")
    client = await join(daily_pictures=1_000)
    made = [
        await answered(world, await author.slash(world.art, "imagine", prompt=prompt, **private))
        for prompt, private in (("an open kite", {}), ("a secret kite", {"private": True}))
    ]
    # Seen is not yet written down.
    await until(lambda: not client.services.generation._cancellation._at_work)
    return Scene(world, client, people, elsewhere, abroad, made[0], made[1])


def job_in(message: Message) -> int:
    """Return the job that a message's buttons are about."""
    (redo,) = [each for each in message.buttons if each.label == "Redo"]
    return int(str(redo.custom_id).rsplit(":", 1)[1])


def verb_of(template: str) -> str:
    """Return the name of a button or menu in its custom id."""
    return template.replace("(?:2:)?", "").split(":")[1]


def posted_with(
    scene: Scene, where: Channel, custom_id: str, *, menu: tuple[str, ...] = ()
) -> Message:
    """Post a message of the bot's with any custom id in it, as a forger would."""
    if menu:
        options = [{"label": value, "value": value} for value in menu]
        part: dict[str, Any] = {"type": 3, "custom_id": custom_id, "options": options}
    else:
        part = {"type": 2, "style": 2, "label": "forged", "custom_id": custom_id}
    world = scene.world.discord.model
    row = {"type": 1, "components": [part]}
    message_id = world.post(where.id, scene.world.discord.bot_id, "", components=[row])
    return where.message(message_id)


async def outcome(scene: Scene, pressed: Interaction) -> str:
    """Return what somebody is told, once that is all."""
    source = pressed.source
    before = source.payload if source else None
    first = await pressed.response()
    if first.modal is not None:
        return "a form"

    def told() -> str | None:
        news = [each.text or "pictures" for each in pressed.followups]
        own = pressed.message
        if own is not None and own != source and not own.loading:
            news.append(own.text or "pictures")
        elif source and source.payload != before:
            news.append(source.text)
        return "\n".join(news) or None

    text = await scene.world.discord.wait_for(told, within=WITHIN)
    for message in (pressed.message, source):
        if message is not None and not message.loading:
            await finished(scene.world, message)
    return "\n".join([str(text), *filter(None, [pressed.message and pressed.message.text])])


Act = Callable[[Member, Channel], Awaitable[str]]
"""Do something as a member in a place, and return what they are told."""


async def may(scene: Scene, act: Act, *refusals: str) -> frozenset[Case]:
    """Let everybody do this everywhere; return who was not refused. A refusal sends nothing."""
    allowed: set[Case] = set()
    for who, member in scene.people.items():
        for where in PLACES:
            requests = len(scene.world.relay.requests)
            text = await act(member, scene.place(where, member))
            if not any(refusal in text for refusal in refusals or REFUSALS):
                allowed.add((who, where))
            else:
                assert len(scene.world.relay.requests) == requests
    return frozenset(allowed)


def forged(scene: Scene, custom_id: str, *, menu: tuple[str, ...] = ()) -> Act:
    """Press what has any custom id, or choose from it."""

    async def act(member: Member, where: Channel) -> str:
        message = posted_with(scene, where, custom_id, menu=menu)
        if menu:
            return await outcome(scene, await member.select(message, custom_id, menu))
        return await outcome(scene, await member.press(message, custom_id))

    return act


async def test_an_example_that_there_is_not_is_told(scene: Scene) -> None:
    """Its number may be any."""
    act = forged(scene, "atl:example:9")
    assert "no longer kept" in await act(scene.people["stranger"], scene.world.art)


def submitted(scene: Scene, custom_id: str) -> Act:
    """Send a form that was never opened."""

    async def act(member: Member, where: Channel) -> str:
        field = {"type": 4, "custom_id": "prompt", "value": "blur it"}
        form = {"custom_id": custom_id, "components": [{"type": 18, "component": field}]}
        return await outcome(scene, member._open(5, where.id, form))

    return act


async def test_everything_that_is_registered_has_a_row(client: AtelierClient) -> None:
    """A command, button, menu, form or listener that this table does not know is an oversight."""
    templates = [item.__discord_ui_compiled_template__.pattern for item in client.pressable]
    assert {verb_of(template) for template in templates} == {
        *(*BUTTONS, *MESSAGES, *VERSIONS, *SETTINGS, *USAGE, *OTHERS)
    }
    forms = [*(f"atl:{form}:1{ENDS.get(form, '')}" for form in FORMS), *OTHER_FORMS]
    for form in client.forms:
        assert any(form.template.fullmatch(custom_id) for custom_id in forms), form.template
    names = {
        command.qualified_name
        for command in client.tree.walk_commands()
        if isinstance(command, app_commands.Command)
    }
    menus = client.tree.get_commands(type=discord.AppCommandType.message)
    assert names | {menu.name for menu in menus} == set(COMMANDS)
    people = client.tree.get_commands(type=discord.AppCommandType.user)
    assert {menu.name for menu in people} == {"Block or unblock"}
    heard = [event for cog in client.cogs.values() for event, _ in cog.get_listeners()]
    assert sorted(event for event in heard if not event.endswith(TOLD)) == sorted(LISTENERS)


@pytest.mark.parametrize("verb", BUTTONS)
async def test_a_button_obeys_who_may_press_it_where(scene: Scene, verb: str) -> None:
    """By its row, for what all see and for what one sees alone."""
    rows: list[frozenset[Case]] = []
    for message in (scene.public, scene.private):
        custom_id = f"atl:{verb}:{job_in(message)}{ENDS.get(verb, '')}"
        rows.append(await may(scene, forged(scene, custom_id, menu=MENUS.get(verb, ()))))
    assert Row(*rows) == BUTTONS[verb]


@pytest.mark.parametrize("form", FORMS)
async def test_a_form_obeys_who_may_send_it_where(scene: Scene, form: str) -> None:
    """What it is about is checked when it is sent, whoever opened it."""
    about_job = form != "edit-message"
    about = [job_in(each) if about_job else each.id for each in (scene.public, scene.private)]
    end = ENDS.get(form, "")
    public = await may(scene, submitted(scene, f"atl:{form}:{about[0]}{end}"))
    private = await may(scene, submitted(scene, f"atl:{form}:{about[1]}{end}"))
    assert Row(public, private) == FORMS[form]


@pytest.mark.parametrize("verb", MESSAGES)
async def test_a_button_about_a_message_obeys_who_sees_that(scene: Scene, verb: str) -> None:
    """Of what all see, and of what one sees alone."""
    end = ":0" if verb == "which" else ""
    public = await may(scene, forged(scene, f"atl:{verb}:{scene.public.id}{end}"))
    private = await may(scene, forged(scene, f"atl:{verb}:{scene.private.id}{end}"))
    assert Row(public, private) == MESSAGES[verb]


async def test_an_upload_is_looked_at_from_its_own_channel_alone(scene: Scene) -> None:
    """A message that the bot did not write is fetched where the button is pressed."""
    photo = await scene.people["author"].send(scene.world.art, "", files=[("cat.png", png())])
    assert await may(scene, forged(scene, f"atl:which:{photo.id}:0")) == EVERYBODY_HERE


async def test_a_form_edits_an_upload_of_its_own_channel_alone(scene: Scene) -> None:
    """A message that the bot did not write is fetched where the form is sent."""
    photo = await scene.people["author"].send(scene.world.art, "", files=[("cat.png", png())])
    assert await may(scene, submitted(scene, f"atl:edit-message:{photo.id}")) == EVERYBODY_HERE


@pytest.mark.parametrize("verb", VERSIONS)
async def test_a_list_of_versions_shows_what_one_sees_anyway(scene: Scene, verb: str) -> None:
    """Its pages and choices are forged for both conversations."""
    rows: list[frozenset[Case]] = []
    for message in (scene.public, scene.private):
        job = await scene.client.services.jobs.job(job_in(message))
        (turn,) = await scene.client.services.jobs.turns_of(job.id)
        choice = (f"{turn.id}:{turn.finals[0][0]}",) if verb == "versions" else ()
        rows.append(
            await may(scene, forged(scene, f"atl:{verb}:{job.conversation_id}-0", menu=choice))
        )
    assert Row(*rows) == VERSIONS[verb]


@pytest.mark.parametrize("permission", ["view_channel", "read_message_history"])
async def test_who_may_not_read_a_channel_sees_no_versions_of_it(
    scene: Scene, permission: str
) -> None:
    """Both are needed: what was said before they came is not for everybody who sees a channel."""
    art, stranger = scene.world.art, scene.people["stranger"]
    denied = discord.Permissions(**{permission: True})
    art.model.deny(art.id, stranger.id, denied)
    known = scene.client.get_channel(art.id)
    assert isinstance(known, discord.TextChannel)
    await until(lambda: known.overwrites)
    job = await scene.client.services.jobs.job(job_in(scene.public))
    page = forged(scene, f"atl:page:{job.conversation_id}-0")
    assert await page(stranger, scene.elsewhere) in REFUSALS


async def test_a_thread_goes_back_to_what_the_channel_above_it_shows(scene: Scene) -> None:
    """Who is in a thread sees its channel, so a version of that one can be chosen there."""
    thread = await scene.people["author"].start_thread(scene.world.art, "aside")
    job = await scene.client.services.jobs.job(job_in(scene.public))
    (turn,) = await scene.client.services.jobs.turns_of(job.id)
    choice = (f"{turn.id}:{turn.finals[0][0]}",)
    choose = forged(scene, f"atl:versions:{job.conversation_id}-0", menu=choice)
    told = await choose(scene.people["stranger"], thread)
    assert not any(refusal in told for refusal in REFUSALS)


async def test_only_who_asked_says_which_picture_was_meant(scene: Scene) -> None:
    """The question's buttons are for the author of the message, in its channel."""
    author = scene.people["author"]
    files = [("a.png", png()), ("b.png", png())]
    photos = await author.send(scene.world.art, "", files=files)
    mention = scene.world.discord.bot_mention
    asked = await author.send(scene.world.art, f"{mention} blur it", reply_to=photos)
    await scene.world.art.wait_for_message(after=asked, within=WITHIN)
    assert await may(scene, forged(scene, f"atl:pick:{asked.id}:1")) == AUTHOR_HERE


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_finds_what_is_seen_where_it_is_given(scene: Scene, name: str) -> None:
    """The public picture in its channel, and the private one nowhere."""
    options: dict[str, dict[str, Any]] = {
        "imagine": {"prompt": "x"},
        "edit": {"prompt": "x"},
        "chat": {"message": "x"},
        "grant": {"member": scene.people["stranger"], "pictures": 1},
        "describe": {"image": ("cat.png", png())},
        "style save": {"name": "Oil", "words": "oil"},
        "settings import": {"file": ("settings.toml", b"spoilers = true")},
        "style use": {"name": "Ink", "prompt": "x"},
        "style delete": {"name": "Ink"},
    }
    await saved(scene)

    async def act(member: Member, where: Channel) -> str:
        try:
            if name[0].isupper():
                run = await member.context_menu(where, name, scene.public)
            else:
                run = await member.slash(where, name, **options.get(name, {}))
        except ActionError:
            return NOT_OFFERED
        text = await outcome(scene, run)
        assert "secret" not in text
        return text

    assert await may(scene, act, NOT_OFFERED, *NOTHING_HERE, *REFUSALS) == COMMANDS[name]


async def saved(scene: Scene, *, guild_id: int | None = None) -> int:
    """Keep a style of the author's own, or of a server; return its id."""
    author_id = scene.people["author"].id
    style = Style(author_id, guild_id, "Ink", words="ink")
    return (await scene.client.services.styles.save(style))[0].id


@pytest.mark.parametrize("verb", STYLES)
async def test_a_style_is_its_owners(scene: Scene, verb: str) -> None:
    """A member's goes where they go; a server's is for all who are there, and few delete it."""
    rows: list[frozenset[Case]] = []
    for guild_id in (None, scene.world.guild.id):

        async def act(member: Member, where: Channel, guild_id: int | None = guild_id) -> str:
            custom_id = f"atl:{verb}:{await saved(scene, guild_id=guild_id)}"
            make = submitted if verb == "style-form" else forged
            return await make(scene, custom_id)(member, where)

        rows.append(await may(scene, act))
    assert tuple(rows) == STYLES[verb]


@pytest.mark.parametrize("verb", OWN_RELAY)
async def test_a_servers_own_relay_is_for_who_manages_it(scene: Scene, verb: str) -> None:
    """Wherever in it, whatever was made there and by whom; in direct messages nobody does."""
    make = submitted if verb.endswith("-form") else forged
    assert await may(scene, make(scene, f"atl:{verb}"), *NO_SETTINGS) == MANAGES


async def test_a_list_of_styles_shows_ones_own_and_the_servers(scene: Scene) -> None:
    """Whatever page is asked for."""
    await saved(scene)
    seen = await may(scene, forged(scene, "atl:2:style-page:7"), "There are no styles here yet.")
    assert seen == AUTHOR_ANYWHERE
    await saved(scene, guild_id=scene.world.guild.id)
    seen = await may(scene, forged(scene, "atl:2:style-page:7"), "There are no styles here yet.")
    assert seen == AUTHOR_ANYWHERE | HERE_ALONE


@pytest.mark.parametrize("verb", SETTINGS)
async def test_settings_are_for_those_who_manage_the_server(scene: Scene, verb: str) -> None:
    """Whatever is pressed or chosen, it is about the server where that is done."""
    is_button = "form" in verb or verb in {"set-blocked", "set-import"}
    menu = () if is_button else ("1",)
    press = forged(scene, f"atl:2:{verb}{SETTINGS[verb]}", menu=menu)
    assert await may(scene, press, *NO_SETTINGS) == MANAGES


@pytest.mark.parametrize("topic", SETTING_FORMS)
async def test_forms_of_settings_are_for_those_who_manage_the_server(
    scene: Scene, topic: str
) -> None:
    """When they are sent, whoever opened them."""
    send = submitted(scene, f"atl:set-form-{topic}:0")
    assert await may(scene, send, *NO_SETTINGS) == MANAGES


@pytest.mark.parametrize("verb", USAGE)
async def test_what_a_server_used_is_for_those_who_manage_it(scene: Scene, verb: str) -> None:
    """Whatever is pressed or chosen, it is about the server where that is done."""
    menu = ("members",) if verb == "usage" else ()
    press = forged(scene, f"atl:2:{verb}{USAGE[verb]}", menu=menu)
    assert await may(scene, press) == MANAGES


async def test_more_is_given_by_those_who_manage_the_server(scene: Scene) -> None:
    """Also where a server lets others see the command."""
    command = scene.people["moderator"]._find(scene.world.art, "grant", 1)

    async def act(member: Member, where: Channel) -> str:
        entry = Entry(scene.world.discord.model, user_id=member.id, channel_id=where.id)
        given = entry.options(command, [], {"member": member, "pictures": 1})
        data = {"id": command["id"], "name": "grant", "type": 1, "options": given}
        return await outcome(scene, member._open(2, where.id, data | entry.resolved_part))

    assert await may(scene, act) == MANAGES


async def test_a_reply_continues_what_is_shown_in_its_own_channel(scene: Scene) -> None:
    """A message can claim to be a reply to one of another place, which nobody there has seen."""

    async def act(member: Member, where: Channel) -> str:
        world = scene.world.discord.model
        reference = {"channel_id": str(where.id), "message_id": str(scene.public.id)}
        words = f"{scene.world.discord.bot_mention} blur it"
        said = world.post(where.id, member.id, words, reference=reference)
        answer = await where.wait_for_message(after=where.message(said), within=WITHIN)
        return (await finished(scene.world, answer)).text

    assert await may(scene, act) == EVERYBODY_HERE


async def test_words_are_answered_anew_where_they_were_asked_for(scene: Scene) -> None:
    """By everybody who is there, and by their author in direct messages."""
    mention = scene.world.discord.bot_mention
    words = await say(scene.world, f"{mention} hello", by=scene.people["author"])
    (button,) = words.buttons
    assert await may(scene, forged(scene, str(button.custom_id))) == SEES_PUBLIC


async def test_a_kept_thread_answers_whoever_may_write_in_it(scene: Scene) -> None:
    """Its messages are turns for all, and those of the channel above are not."""
    author = scene.people["author"]
    await author.slash(scene.world.art, "chat", message="hello")
    (thread,) = await scene.world.discord.wait_for(lambda: scene.world.art.threads, within=WITHIN)
    await finished(scene.world, await thread.wait_for_message(within=WITHIN))
    for member in scene.people.values():
        assert (await say(scene.world, "and now?", by=member, channel=thread)).text
    requests = len(scene.world.relay.requests)
    await author.send(scene.world.art, "not for the bot")
    assert (await say(scene.world, "still there?", by=author, channel=thread)).text
    assert len(scene.world.relay.requests) == requests + 1


@pytest.mark.parametrize("verb", MODERATION)
async def test_only_moderators_let_members_in_or_not(scene: Scene, verb: str) -> None:
    """Whoever posted the button, or opened the form."""
    custom_id = f"atl:{verb}:{scene.world.ben.id}"
    is_form = verb == "block"
    act = submitted(scene, custom_id) if is_form else forged(scene, custom_id)
    assert await may(scene, act) == MODERATION[verb]


async def taking_reports(scene: Scene) -> None:
    """Let the server take reports, in its own channel."""
    await decide(scene.world, scene.client, reports=True, log_channel=scene.elsewhere.id)


async def test_a_report_is_about_what_others_made_and_all_see(scene: Scene) -> None:
    """Where it is, once; what one member sees alone is nobody's to report."""
    await taking_reports(scene)
    rows = [
        await may(scene, submitted(scene, f"atl:report-form:{each.id}"), *REFUSALS, *NO_REPORTS)
        for each in (scene.public, scene.private)
    ]
    assert rows == [frozenset({("stranger", "here"), ("moderator", "here")}), NOBODY]


async def test_what_is_reported_is_deleted_by_who_may_where_it_is(scene: Scene) -> None:
    """A button in another channel gives nobody more than they have in that of the post."""
    act = forged(scene, f"atl:report-delete:{scene.world.art.id}:{scene.public.id}")
    for who in ("author", "stranger"):
        for where in PLACES:
            told = await act(scene.people[who], scene.place(where, scene.people[who]))
            assert any(each in told for each in (*REFUSALS, "I keep nothing of that message"))
    chief = scene.people["moderator"]
    for where in ("dm", "abroad"):
        assert "I keep nothing" in await act(chief, scene.place(where, chief))
    # Who owns a server may do everything in each of its channels.
    lesser = scene.world.discord.create_member(scene.world.guild, "eli", moderator=True)
    scene.world.art.deny(lesser.id, "manage_messages")
    known = scene.client.get_channel(scene.world.art.id)
    assert isinstance(known, discord.TextChannel)
    await until(lambda: known.overwrites)
    assert "Only they can do this" in await act(lesser, scene.elsewhere)
    assert not scene.public.deleted


async def test_what_is_reported_is_deleted_from_where_that_is_read(scene: Scene) -> None:
    """By a moderator, in the log channel."""
    act = forged(scene, f"atl:report-delete:{scene.world.art.id}:{scene.public.id}")
    told = await act(scene.people["moderator"], scene.elsewhere)
    assert f"🗑️ {scene.people['moderator'].mention} deleted it." in told
    assert scene.public.deleted
