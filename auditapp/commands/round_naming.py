# SPDX-License-Identifier: MPL-2.0
"""Find the round that somebody names."""

from typing import TYPE_CHECKING

from auditapp.commands.conventions import WrongUseError
from auditapp.i18n import _

if TYPE_CHECKING:  # loads pydantic
    from auditapp.model.ids import RoundId
    from auditapp.workspace import Workspace


def find_round(workspace: "Workspace", named: str) -> "RoundId":
    """Return the id of the round that was named, by its id or its name.

    Raises:
        WrongUseError: There is none, or several of that name.
    """
    rounds = workspace.rounds()
    found = [each.id for each in rounds if named in (each.id, each.name)]
    if len(found) != 1:
        raise WrongUseError(
            _("There are several rounds called {name}.").format(name=named)
            if found
            else _("There is no round {name}.").format(name=named),
            _("The command 'round list' lists them with their ids."),
        )
    return found[0]
