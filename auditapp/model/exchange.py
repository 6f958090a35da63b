# SPDX-License-Identifier: MPL-2.0
"""Name what packages of audits are for, and what may become of an audit that comes in one."""

from enum import StrEnum


class Purpose(StrEnum):
    """Say what a package is for, which decides what of an audit is in it.

    ``FOR_MODERATION`` has nothing of what the first auditor found; the others have audits whole.
    """

    FOR_MODERATION = "for_moderation"
    MODERATED = "moderated"
    MERGE = "merge"
    RE_AUDIT = "re_audit"


class Outcome(StrEnum):
    """Say how an audit in a package stands to what is here.

    The first five need nobody's choice: nothing goes out of sight by them. Of the others nothing
    is done unless somebody chooses it.
    """

    NEW = "new"
    NOTHING_NEW = "nothing_new"
    MERGE = "merge"
    FOLLOWED_UP = "followed_up"
    BOTH_SIGNED = "both_signed"
    SIGNED_THERE = "signed_there"
    NEWER_SIGNED = "newer_signed"
    SIGNED_HERE = "signed_here"
    OTHER_VERSION = "other_version"
    OTHER_BEGINNING = "other_beginning"
    REMOVED_HERE = "removed_here"


class Choice(StrEnum):
    """Say what a person wants done with an audit of a package that is not simply new.

    ``LEAVE`` changes nothing. ``TAKE`` puts the audit of the package in the place of that here; a
    draft that goes with it stays as an audit of its own. ``KEEP_BOTH`` brings the draft of the
    package in as an audit of its own.
    """

    LEAVE = "leave"
    TAKE = "take"
    KEEP_BOTH = "keep_both"
