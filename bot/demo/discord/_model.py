"""Change what simcord's model does where Discord does otherwise."""

from datetime import UTC, datetime
from typing import Any, cast

from simcord.backend import Backend, serializers
from simcord.backend.cdn import CdnStore
from simcord.backend.models import Message
from simcord.enums import MessageType

from bot.demo.discord.cdn import Cdn
from bot.demo.discord.wire import HAS_THREAD, JSON


class _RealClock:
    """Tell the real time where simcord would keep a virtual one."""

    def now(self) -> datetime:
        return datetime.now(UTC)


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


class Model(Backend):
    """Be simcord's model in real time, with our CDN and Discord's marks of threads."""

    def __init__(self, cdn: Cdn) -> None:
        super().__init__(clock=cast("Any", _RealClock()))
        self.cdn = _CdnBridge(cdn)

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
        """Post a notice; a thread below a message is no notice but a flag on that message."""
        if message_type == MessageType.THREAD_CREATED and referenced_message_id is not None:
            started = self.get_message(channel_id, referenced_message_id)
            started.flags |= HAS_THREAD
            self.emit("MESSAGE_UPDATE", dict(serializers.message_payload(self, started)))
            return started
        return super().create_system_message(
            channel_id,
            message_type,
            author_id,
            recipient_id=recipient_id,
            target_channel_id=target_channel_id,
            referenced_channel_id=referenced_channel_id,
            referenced_message_id=referenced_message_id,
        )
