"""The demo's server: its rooms, its roles, and the people in it."""

from dataclasses import dataclass
from typing import Final

from demo.discord import Channel, EmbeddedDiscord, Guild, Member, Role


@dataclass(frozen=True, slots=True)
class _Words:
    """What the server's owner called everything."""

    server: str
    art: str
    more: str
    dark: str
    closed: str
    staff: str
    log: str
    moderator: str
    patron: str


_ENGLISH: Final = _Words(
    server="Atelier's demo",
    art="Reply to any picture with what should change",
    more="More rooms",
    dark="Marked as age-restricted",
    closed="Here the bot may not attach files",
    staff="Staff",
    log="For moderators: what the bot notes",
    moderator="Moderator",
    patron="Patron",
)
_CHINESE: Final = _Words(
    server="Atelier 演示",
    art="回复任意一张图片，说出要改什么",
    more="更多频道",
    dark="有年龄限制的频道",
    closed="机器人不能在这里发送文件",
    staff="管理组",
    log="管理员专用：机器人的记录",
    moderator="管理员",
    patron="赞助者",
)


@dataclass(frozen=True, slots=True)
class Community:
    """A server with people of every kind that a community has."""

    guild: Guild
    art: Channel
    log: Channel
    """Which moderators alone see."""

    moderators: Role
    patrons: Role
    anna: Member
    """The owner, who may do everything."""

    ben: Member
    mika: Member
    """A moderator, who does not manage the server."""

    zoe: Member
    """A member with the patrons' role."""


def settle(discord: EmbeddedDiscord, *, locale: str, second_locale: str) -> Community:
    """Found the server: in one language, which its owner reads, while ben reads the second."""
    words = _CHINESE if locale == "zh-CN" else _ENGLISH
    guild = discord.create_guild(words.server, preferred_locale=locale)
    art = guild.create_text_channel("art", topic=words.art)
    more = guild.create_category(words.more)
    guild.create_text_channel("after-dark", topic=words.dark, nsfw=True, category=more)
    closed = guild.create_text_channel("no-files", topic=words.closed, category=more)
    closed.deny_bot("attach_files")
    moderators = guild.create_role(
        words.moderator,
        colour=0x3BA55C,
        manage_messages=True,
        manage_threads=True,
        moderate_members=True,
        mention_everyone=True,
    )
    patrons = guild.create_role(words.patron, colour=0xE0A030)
    staff = guild.create_category(words.staff)
    log = guild.create_text_channel("atelier-log", topic=words.log, category=staff)
    log.show_only_to(moderators)
    anna = discord.create_member(guild, "anna", locale=locale, roles=[moderators])
    discord.hand_over(guild, anna)
    ben = discord.create_member(guild, "ben", locale=second_locale)
    mika = discord.create_member(guild, "mika", locale=locale, roles=[moderators])
    zoe = discord.create_member(guild, "zoe", locale=locale, roles=[patrons])
    return Community(guild, art, log, moderators, patrons, anna, ben, mika, zoe)
