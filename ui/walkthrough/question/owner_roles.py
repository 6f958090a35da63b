# SPDX-License-Identifier: MPL-2.0
"""Name those who usually own an action."""

from auditapp.i18n import _


def owner_roles() -> tuple[str, ...]:
    """Return the roles to suggest as owner of an action; names of people are never asked."""
    return (
        _("Social worker"),
        _("Team manager"),
        _("Service manager"),
        _("Head of service"),
        _("Independent reviewing officer"),
        _("Child protection chair"),
        _("Personal adviser"),
        _("Family support worker"),
        _("Supervising social worker"),
        _("Virtual school"),
        _("Designated nurse"),
        _("Business support"),
    )
