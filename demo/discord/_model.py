"""Change what simcord's model does where Discord does otherwise."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from simcord.backend import Backend, errors, serializers
from simcord.backend.cdn import CdnStore
from simcord.backend.models import Channel, Message
from simcord.enums import ChannelType, MessageType

from demo.discord.cdn import Cdn
from demo.discord.wire import HAS_THREAD, JSON, copied

_serialized: Callable[..., Any] = serializers.message_payload

# Discord docs, Reference, Message Formatting: what stands in code mentions nobody.
_CODE = re.compile(r"(`{1,3}).+?\1", re.DOTALL)

# Discord docs, Resources, Channel, Channel Types; simcord has no such thread.
_ANNOUNCEMENT_THREAD = 10

# What simcord changes of a message without calling it edited.
_Version = tuple[str | None, int, bool]


class _RealClock:
    """Tell the real time, or an earlier one, where simcord would keep a virtual one."""

    behind = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) - self.behind


class _CdnBridge(CdnStore):
    """Store what simcord uploads in our CDN."""

    def __init__(self, cdn: Cdn) -> None:
        super().__init__()
        self._cdn = cdn

    def store_attachment(
        self,
        attachment_id: int,
        channel_id: int,
        filename: str,
        data: bytes,
        description: str | None,
    ) -> JSON:
        return self._cdn.store(attachment_id, channel_id, filename, data, description=description)


class _Alone:
    """Look like a model in which no message finds the one that it replies to."""

    def __init__(self, model: "Model") -> None:
        self.users = model.users
        self.channels = model.channels
        self.messages: dict[int, dict[int, Message]] = {}


class Model(Backend):
    """Be simcord's model in real time, with our CDN, Discord's marks of threads and its quotes.

    A message object is made once a version, completed by ``complete``, and then shared by all
    who ask for it: whoever wants to change one copies it first.
    """

    def __init__(self, cdn: Cdn, complete: Callable[[JSON], None]) -> None:
        self._time = _RealClock()
        super().__init__(clock=cast("Any", self._time))
        self.cdn = _CdnBridge(cdn)
        self.quotes = True
        self._complete = complete
        self._alone = _Alone(self)
        self._made: dict[int, tuple[_Version, JSON]] = {}
        # simcord's routes and events all ask this function, by its module.
        cast("Any", serializers).message_payload = _message_payload

    def set_back(self, behind: timedelta) -> None:
        """Let what happens from now on have happened so long ago."""
        self._time.behind = behind

    def message_payload(self, message: Message, for_user: int | None = None) -> JSON:
        """Return a message object; what it replies to comes with it, but not what that replies to.

        (discord-api-docs, pull request 5095, has such an answer of Discord's.)
        """
        payload = self._made_of(message, for_user)
        reference = payload.get("message_reference")
        if not self.quotes or reference is None or reference.get("type", 0):
            return payload
        channel_id = int(reference.get("channel_id", message.channel_id))
        quoted = self.messages.get(channel_id, {}).get(int(reference["message_id"]))
        if quoted is None:
            return payload
        return {**payload, "referenced_message": dict(self._made_of(quoted, None))}

    def _made_of(self, message: Message, for_user: int | None) -> JSON:
        if message.reactions or message.poll is not None:
            return self._make(message, for_user)
        version = message.edited_timestamp, message.flags, message.pinned
        known = self._made.get(message.id)
        if known is None or known[0] != version:
            known = self._made[message.id] = version, self._make(message, for_user)
        return known[1]

    def _make(self, message: Message, for_user: int | None) -> JSON:
        payload = copied(_serialized(self._alone, message, for_user=for_user))
        if message.type == MessageType.THREAD_STARTER_MESSAGE:
            payload["content"] = ""
        self._complete(payload)
        return payload

    def _mention_state(
        self,
        channel: Any,
        author_id: int,
        content: str,
        policy: Any,
        reply_author_id: int | None,
    ) -> tuple[list[int], list[int], list[int], list[int], bool]:
        """Return whom a message mentions, and whom of them it notifies: code mentions nobody."""
        said = _CODE.sub("", content)
        return super()._mention_state(channel, author_id, said, policy, reply_author_id)

    def create_thread(
        self,
        parent_id: int,
        name: str,
        owner_id: int,
        *,
        type: int = ChannelType.PUBLIC_THREAD,  # noqa: A002 (simcord's name)
        message_id: int | None = None,
        **more: Any,
    ) -> Channel:
        """Open a thread; one below no message is, among announcements, of their own kind."""
        if message_id is None and self.get_channel(parent_id).type == ChannelType.NEWS:
            if type != _ANNOUNCEMENT_THREAD:
                raise errors.cannot_execute_on_channel_type()
            type = ChannelType.PUBLIC_THREAD  # noqa: A001 (simcord's name)
        return super().create_thread(
            parent_id, name, owner_id, type=type, message_id=message_id, **more
        )

    def begin_post(self, thread_id: int, content: str, attachments: list[JSON]) -> None:
        """Post the first message of a member's forum post, and tell of both."""
        thread = self.get_channel(thread_id)
        assert thread.owner_id is not None
        first = self.prepare_message(thread_id, thread.owner_id, content, attachments=attachments)
        first.id = thread_id
        self.commit_message(first, broadcast=False)
        self.announce_thread_create(thread)
        self.announce_message_create(first)

    def delete_channel(self, channel_id: int) -> None:
        """Delete a channel; its threads go with it, and nothing is told of them."""
        super().delete_channel(channel_id)
        below = [
            each
            for each in self.channels.values()
            if each.is_thread and each.parent_id == channel_id
        ]
        for thread in below:
            del self.channels[thread.id]
            self.messages.pop(thread.id, None)
            if thread.guild_id is not None:
                self.get_guild(thread.guild_id).thread_ids.remove(thread.id)

    def create_system_message(
        self,
        channel_id: int,
        message_type: MessageType,
        author_id: int,
        *,
        recipient_id: int | None = None,
        target_channel_id: int | None = None,
        referenced_channel_id: int | None = None,
        referenced_message_id: int | None = None,
    ) -> Message:
        """Post a notice; a thread below a message is no notice but a flag on that message.

        In the thread, the first message points to that one.
        """
        if message_type == MessageType.THREAD_CREATED and referenced_message_id is not None:
            started = self.get_message(channel_id, referenced_message_id)
            started.flags |= HAS_THREAD
            self.emit("MESSAGE_UPDATE", dict(self.message_payload(started)))
            assert target_channel_id is not None
            return super().create_system_message(
                target_channel_id,
                MessageType.THREAD_STARTER_MESSAGE,
                author_id,
                referenced_channel_id=channel_id,
                referenced_message_id=referenced_message_id,
            )
        return super().create_system_message(
            channel_id,
            message_type,
            author_id,
            recipient_id=recipient_id,
            target_channel_id=target_channel_id,
            referenced_channel_id=referenced_channel_id,
            referenced_message_id=referenced_message_id,
        )


def _message_payload(model: Model, message: Message, *, for_user: int | None = None) -> JSON:
    return model.message_payload(message, for_user)
