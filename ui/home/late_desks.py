# SPDX-License-Identifier: MPL-2.0
"""Make the desks of the home that most sittings never need, when they are wanted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ui.home.home_pages import HomePages
from ui.home.places import HomeTools

if TYPE_CHECKING:
    from ui.exchange.send_desk import SendDesk
    from ui.home.home_view import HomeView
    from ui.moderation.moderation_desk import ModerationDesk


class LateDesks:
    """Sending, and moderation with what is received; None as long as nobody wanted them."""

    def __init__(self, home: "HomeView", tools: HomeTools, pages: HomePages) -> None:
        self._home = home
        self._tools = tools
        self._pages = pages
        self.moderation: ModerationDesk | None = None
        self.sending: SendDesk | None = None

    def made_sending(self) -> "SendDesk":
        """Return what sends audits."""
        from ui.exchange.send_desk import SendDesk  # noqa: PLC0415 - see the class

        tools = self._tools
        if self.sending is None:
            self.sending = SendDesk(
                tools.theme, tools.workspace, tools.jobs, tools.outside, self._home
            )
        return self.sending

    def resume_sending(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog of sending again that was open when the window locked."""
        self.made_sending().resume(typed)

    def made_moderation(self) -> "ModerationDesk":
        """Return what shows pairs of audits, and takes audits in."""
        from ui.moderation.moderation_desk import ModerationDesk  # noqa: PLC0415 - see the class

        home, tools = self._home, self._tools
        if self.moderation is None:
            desk = ModerationDesk(
                tools.theme, tools.workspace, tools.preferences, tools.jobs,
                outside=tools.outside, pages=self._pages,
            )  # fmt: skip
            desk.wanted.connect(home.show_under_audits)
            desk.audit_chosen.connect(home.audit_chosen)
            desk.report_asked.connect(home.report_asked)
            desk.left.connect(home.show_audits)
            self.moderation = desk
        return self.moderation
