# SPDX-License-Identifier: MPL-2.0
"""Say what something that was found in a text looks like."""

from auditapp.i18n import _
from auditapp.personal_data import PersonalKind


def personal_words(kind: PersonalKind, words: str) -> str:
    """Return a sentence about ``words``, which were found in a text."""
    sentence = {
        PersonalKind.AVOIDED_NAME: _("“{words}” is a name that you want never to appear."),
        PersonalKind.NAME: _("“{words}” looks like a name."),
        PersonalKind.NHS_NUMBER: _("“{words}” looks like an NHS number."),
        PersonalKind.POSTCODE: _("“{words}” looks like a postcode."),
        PersonalKind.DATE_OF_BIRTH: _("“{words}” looks like a date of birth."),
        PersonalKind.PHONE: _("“{words}” looks like a phone number."),
        PersonalKind.EMAIL: _("“{words}” looks like an e-mail address."),
    }[kind]
    return sentence.format(words=words)


def kind_words(kind: PersonalKind) -> str:
    """Return what is called so."""
    return {
        PersonalKind.AVOIDED_NAME: _("Name to be avoided"),
        PersonalKind.NAME: _("Possible name"),
        PersonalKind.NHS_NUMBER: _("Possible NHS number"),
        PersonalKind.POSTCODE: _("Possible postcode"),
        PersonalKind.DATE_OF_BIRTH: _("Possible date of birth"),
        PersonalKind.PHONE: _("Possible phone number"),
        PersonalKind.EMAIL: _("E-mail address"),
    }[kind]
