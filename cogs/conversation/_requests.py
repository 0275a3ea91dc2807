from collections.abc import Sequence
from dataclasses import replace

import discord

from bot.domain.errors import EmptyPrompt, Gone, WhichPicture
from bot.domain.job import JobKind, Shown
from bot.domain.model import ModelKind
from bot.interface.attachments import opened_on, pictures_of, readable_of
from bot.interface.jobs.chats import Chats, ChatSettings
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.requests import chat_request, edit_request, picture_request
from bot.interface.jobs.runner import JobRequest
from bot.interface.messages.answers import Answer, Origin, place_of
from bot.interface.texts import Texts
from bot.services.access import wanted
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.intake import Claim, Intake, Upload
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.messages import Messages
from bot.services.stored import stored_turn
from cogs.conversation._pick import picker
from cogs.conversation._reading import MemberMessage, picture_meant, words_of


class MessageRequests:
    """Find out what a message asks for.

    The picture that is meant is the one replied to; what is attached to the reply itself are
    references for it. Without a reply, what is attached is meant.
    """

    def __init__(  # noqa: PLR0913, PLR0917 (what it depends on)
        self,
        client: discord.Client,
        generation: Generation,
        intake: Intake,
        messages: Messages,
        conversations: Conversations,
        models: Models,
        posted_pictures: PostedPictures,
        chats: Chats,
        texts: Texts,
    ) -> None:
        self._client = client
        self._generation = generation
        self._intake = intake
        self._messages = messages
        self._conversations = conversations
        self._models = models
        self._posted_pictures = posted_pictures
        self._chats = chats
        self._texts = texts

    async def meant(self, said: MemberMessage) -> MemberMessage | None:
        """Return what is meant for the bot, as far as that can be told at once; None for others."""
        if said.mentions_bot or said.to_bot or said.chosen is not None:
            return said
        if chat := await self._chat_of(said):
            return replace(said, chat=chat)
        if said.replied_id is None:
            # In a thread that the bot opened on a picture all is said to it, as if it were named.
            is_turn = said.is_turn and await self._is_about_a_picture(said.message.channel)
            return replace(said, mentions_bot=True) if is_turn else None
        if said.replied is not None:
            return None
        # It may be known what a message showed that nobody can look at any more.
        return said if await self._messages.shown_in(said.replied_id) else None

    async def _is_about_a_picture(self, channel: object) -> bool:
        """Tell whether the bot opened a thread on what it made itself."""
        if not isinstance(channel, discord.Thread) or self._client.user is None:
            return False
        if channel.owner_id != self._client.user.id:
            return False
        shown = await self._messages.shown_in(channel.id)
        return any(each.part is not None for each in shown)

    async def of(self, visit: Visit, said: MemberMessage, answer: Answer) -> JobRequest | None:
        """Return what a message asks for; ask back where several pictures can be meant."""
        try:
            return await self._request(visit, said, answer.origin)
        except WhichPicture as error:
            count = int(error.values["count"])
            await answer.show(picker(said.message.id, count, self._texts, answer.locale))
            return None

    async def _request(
        self, visit: Visit, said: MemberMessage, origin: Origin
    ) -> JobRequest | None:
        """Find out what a message is about; one that is about nothing asks for nothing.

        In the thread of a chat all is a turn that has words or files, which a sticker has not; a
        direct message is one from its first word.
        """
        said = await self._in_its_thread(said)
        if shown := await self._shown(said):
            return await self._gone_on(visit, said, origin, shown)
        for_us = said.mentions_bot or said.to_bot
        # What was learnt of the thread before is true as long as nothing was waited for since.
        is_fresh = said.chat and said.replied_id is None
        chat = said.chat if is_fresh else await self._chat_of(said)
        pictures: list[Upload] = []
        if said.replied and (for_us or chat):
            pictures = await self._intake.pictures_among(
                visit, pictures_of(said.replied, links=said.mentions_bot, unlikely=True)
            )
            chat = await self._chat_of(said)
        if pictures:
            index, text = picture_meant(said, len(pictures))
            meant = [pictures[index]]
            return await self._uploads_edited(
                visit, replace(said, text=text), origin, meant, said.files
            )
        if said.replied_to_nothing and (for_us or said.chosen is not None):
            raise Gone
        if chat:
            return await self._chatted(visit, said, origin, chat) if said.is_turn else None
        if not said.mentions_bot:
            return None
        seen = await self._intake.pictures_among(visit, said.files)
        if seen:
            # What may be the picture comes before what is none, and that before words.
            places = {file.url for file in seen}
            others = [file for file in said.files if file.url not in places]
            files = [*seen, *sorted(others, key=lambda file: file.claim is Claim.WORDS)]
            return await self._uploads_edited(visit, said, origin, files, [])
        quoted = words_of(said.replied) if said.replied else ""
        chat = self._chats.usual(origin.place)
        return await self._chatted(visit, said, origin, chat, quoted=quoted)

    async def _in_its_thread(self, said: MemberMessage) -> MemberMessage:
        """Take a mention in a thread that was opened on a picture for a reply to that."""
        is_alone = said.mentions_bot and said.replied_id is None and not said.files
        if not is_alone:
            return said
        if chat := await self._chat_of(said):
            return replace(said, chat=chat)
        opened = await opened_on(said.message.channel)
        # A link above is what a thread is about, and no wish to change its preview.
        if opened is None or not pictures_of(opened, links=False):
            return said
        to_bot = opened.author == self._client.user
        return replace(said, replied_id=opened.id, replied=opened, to_bot=to_bot, in_thread=True)

    async def _shown(self, said: MemberMessage) -> list[Shown]:
        """Return what the message that was replied to shows, if it is one of this channel."""
        if said.replied_id is None:
            return []
        channel = said.message.channel
        if said.in_thread and (newest := await self._posted_pictures.newest_picture(channel.id)):
            return [Shown(said.message.id, 0, newest.turn_id, newest.part, channel.id)]
        ours = said.replied if said.to_bot else None
        shown = await self._posted_pictures.shown_in(said.replied_id, ours)
        # A reply can only point into its own channel, and to what a thread was opened on; what says
        # otherwise was not seen by a member.
        here = {channel.id}
        if isinstance(channel, discord.Thread) and said.replied_id == channel.id:
            here.add(channel.parent_id)
        return [each for each in shown if each.channel_id in here]

    async def _gone_on(
        self, visit: Visit, said: MemberMessage, origin: Origin, shown: Sequence[Shown]
    ) -> JobRequest:
        """Continue from the turn of the message that was replied to."""
        turn = await stored_turn(self._conversations, shown[0].turn_id)
        if all(each.part is None for each in shown) and self._models.talks(turn.model):
            chat = await self._chat_of(said) or self._chats.usual(origin.place)
            return await self._chatted(visit, said, origin, chat, parent_id=turn.id)
        index, text = picture_meant(said, len(shown))
        if not text and not said.files:
            raise EmptyPrompt
        meant = shown[index]
        if meant.turn_id != turn.id:
            turn = await stored_turn(self._conversations, meant.turn_id)
        models = self._models.at(origin.place.guild_id)
        profile = models.recall(turn.model, ModelKind.IMAGE)
        accepted = await self._generation.take(
            visit,
            JobKind.PICTURE,
            said.files,
            most=profile.room_beside_one,
            optional=bool(text),
        )
        return JobRequest(
            edit_request(origin, profile, text, accepted, turn=turn, part=meant.part), accepted
        )

    async def _uploads_edited(
        self,
        visit: Visit,
        said: MemberMessage,
        origin: Origin,
        meant: Sequence[Upload],
        others: Sequence[Upload],
    ) -> JobRequest:
        """Edit pictures that the bot did not make: they begin a conversation."""
        if not said.text and all(file.claim is not Claim.WORDS for file in (*meant, *others)):
            raise EmptyPrompt
        profile = self._models.at(origin.place.guild_id).find(None, ModelKind.IMAGE)
        accepted = await self._generation.take(
            visit, JobKind.PICTURE, [*meant, *others], most=profile.max_references, needed=1
        )
        return JobRequest(picture_request(origin, profile, said.text, accepted), accepted)

    async def _chat_of(self, said: MemberMessage) -> ChatSettings | None:
        """Return the chat in which something is said; a direct message is always part of one."""
        channel, guild = said.message.channel, said.message.guild
        place = place_of(channel, guild.id if guild else None)
        if isinstance(channel, discord.Thread):
            return await self._chats.of(place)
        if isinstance(channel, discord.DMChannel):
            return await self._chats.of(place) or self._chats.usual(place)
        return None

    async def _chatted(
        self,
        visit: Visit,
        said: MemberMessage,
        origin: Origin,
        chat: ChatSettings,
        *,
        parent_id: int | None = None,
        quoted: str = "",
    ) -> JobRequest:
        """Ask for an answer in words, about what is attached and quoted."""
        # What is replied to is quoted, and so are its files.
        files = readable_of(said.replied) if said.replied and parent_id is None else []
        accepted = await self._generation.take(
            visit,
            JobKind.CHAT,
            [*files, *said.files],
            most=chat.model.max_references,
            reader=chat.model,
            features=wanted(chat=True, search=chat.search),
            optional=bool(said.text) and not said.message.attachments,
        )
        request = chat_request(
            origin, chat, said.text, accepted, parent_id=parent_id, quoted=quoted
        )
        return JobRequest(request, accepted)
