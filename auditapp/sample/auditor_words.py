# SPDX-License-Identifier: MPL-2.0
"""Hold the turns of phrase of invented auditors; what they find comes from the checklist itself.

``{papers}``, ``{paper}`` and ``{day}`` stand for places in a file where an auditor looks.
"""

from types import MappingProxyType
from typing import Final

from auditapp.model.answer import Cause
from auditapp.model.follow_up import FeedbackFrom

LEADS: Final = (
    "",
    "",
    "I read {papers}. ",
    "Going by {papers}: ",
    "From {papers}. ",
    "The worker and {paper} say the same. ",
    "Looked at with the manager. ",
    "Read twice, because it was close. ",
    "On the whole: ",
    "In the half-year that counts: ",
)
ENDS: Final = (
    "",
    "",
    "",
    " See {paper} of {day}.",
    " It is plain from {paper} of {day}.",
    " The entry of {day} is typical.",
    " One exception, on {day}.",
    " The worker sees it the same way.",
    " The worker had not noticed.",
    " Better than a year ago.",
    " It has been so since {day}.",
)
WELL: Final = ("It is there, and it is used.", "In place, in time and understood by the family.")
SHORT: Final = ("Some of it is there.", "Late, and with gaps that nobody explains.")
NOT_FOUND: Final = (
    "Looked in {papers}; nothing is there.",
    "It may have happened; there is no sign of it in {papers}.",
    "The worker believes that it was done. It does not stand in {papers}.",
    "Asked the worker, who could not say where it is. Not in {papers}.",
)
CAUSES: Final = MappingProxyType(
    {Cause.PRACTICE: 5.0, Cause.SYSTEM: 3.0, Cause.RECORDING: 2.5, Cause.PARTNER: 1.2}
)
LATE_REASONS: Final = (
    "No reason is on the file.",
    "Worker on leave; no cover was arranged.",
    "The family was away, and nobody asked the council where they were.",
    "Change of worker; the new one began two weeks later.",
    "A key person could not come, and the meeting was moved.",
    "Waited for a report from another agency.",
    "The door was not answered, and the second try came late.",
)
SUMMER_REASONS: Final = (
    "Summer holidays: the worker was away and no cover was arranged.",
    "The child was away with the carers in August; no visit was made there.",
    "School was closed in summer, where the child is usually seen.",
)
PLACES: Final = ("", "", "page 1", "page 2", "section 3", "section 4", "last entry", "decision 5")
GRADE_REASONS_UP: Final = (
    "What matters most to the child is in place; the gaps did not reach them.",
    "The direction is right, and the last three months are better than the year.",
    "The ratings look harder than the work reads as a whole.",
)
GRADE_REASONS_DOWN: Final = (
    "The gaps fell at the moment when the child most needed somebody.",
    "The forms are there; the difference to the child is not.",
    "One shortfall weighs more than the count of them.",
)
IMPACT_REASONS: Final = MappingProxyType(
    {
        "outstanding": (
            "The child says themselves what has changed, and it has lasted.",
            "Change beyond what anybody expected, and the family owns it.",
        ),
        "good": (
            "Life is better for the child, and several people say so.",
            "The child is safer and steadier, with a little still to do.",
        ),
        "requires_improvement": (
            "Some things are better; the child is still waiting for others.",
            "Much activity, and only a part of it has reached the child.",
        ),
        "inadequate": (
            "Nothing the child can feel has changed in the half-year.",
            "The child is no safer than at the beginning.",
        ),
    }
)
PRACTICE_REASONS: Final = MappingProxyType(
    {
        "outstanding": ("The child leads the work, and it shows on every page.",),
        "good": (
            "Sound work; what is missing does not change the picture.",
            "The plan fits the child and is carried out.",
        ),
        "requires_improvement": (
            "A fair start that has not kept up with the child's life.",
            "Good people, with too little thinking on the file.",
        ),
        "inadequate": (
            "The child was left without what the plan promised.",
            "Drift that nobody named.",
        ),
    }
)
CONCERNS: Final = (
    "The file does not show who saw the child in the last five weeks.",
    "A message from school about a new worry has not been answered.",
    "An adult who must not live in the home is named in the latest visit record.",
    "The child told a carer something that was not passed on.",
)
TOLD: Final = ("Team manager", "Service manager", "Duty manager")
RESPONSES: Final = (
    "The child was seen the same afternoon and is well; the record has been added.",
    "A strategy discussion was held the next morning; the plan was changed.",
    "The manager spoke with the school and the family. A visit is booked for tomorrow.",
    "The worker had acted, and it was not written up. It has been now.",
)
WHY_NOT: Final = MappingProxyType(
    {
        FeedbackFrom.CHILD: (
            "Did not want to talk about it this time.",
            "Not asked in the week of a loss in the family.",
            "Too young to be asked; the carer was.",
            "The worker thought it better to wait until after the move.",
        ),
        FeedbackFrom.PARENT_OR_CARER: (
            "Two calls were not answered.",
            "Declined.",
            "Not asked in the week of the hearing.",
        ),
        FeedbackFrom.PRACTITIONER: (
            "The worker has left the council.",
            "On sick leave for the whole month.",
        ),
    }
)
ASKED_BEFORE: Final = "Asked for the first reading, and not a second time."
HOW: Final = MappingProxyType(
    {
        FeedbackFrom.CHILD: (
            "By telephone",
            "At school, with the worker",
            "On a walk",
            "A drawing",
        ),
        FeedbackFrom.PARENT_OR_CARER: ("By telephone", "At home", "In writing"),
        FeedbackFrom.PRACTITIONER: (
            "Reflective talk of an hour",
            "In a video call",
            "By telephone",
        ),
    }
)
DONE_MEANWHILE: Final = "Done while the audit was under way; seen on the file."
OWNERS: Final = MappingProxyType(
    {
        "Social worker": 6.0,
        "Team manager": 4.0,
        "Independent reviewing officer": 1.0,
        "Service manager": 1.0,
        "Personal adviser": 0.5,
        "Virtual school": 0.3,
    }
)
AMENDED_BECAUSE: Final = (
    "A record was overlooked: it is filed with the plan.",
    "The worker showed a note that was filed under a brother's reference.",
    "A date was read wrongly from the visit form.",
)
AMENDED_NOTE: Final = "Read again after the worker pointed to {paper} of {day}: it is there."
DONE: Final = (
    "The updated paper is on the file, seen on {day}.",
    "Done on {day}; the record is signed by the manager.",
    "A visit record of {day} shows it, with the child's words.",
    "Recorded in supervision on {day}.",
    "Agreed with the family on {day}; they have a copy.",
)
VERIFIED: Final = (
    "I read the record and it says so.",
    "Seen on the file; the child's view is there too.",
    "Asked the worker and looked at the paper.",
    "",
)
DROPPED: Final = (
    "The child moved to another council's care.",
    "The plan changed at the review, and this no longer fits it.",
    "The case was closed, and the point goes to the team as learning.",
)
OPENED_AGAIN: Final = (
    "It was done once and has not lasted.",
    "The paper is there; nothing followed from it.",
)
AGREED: Final = (
    "We read the section together; the second reading had seen a record that the first had not.",
    "The descriptor fits better; both of us see that now.",
    "We weighed the last three months more than the year.",
    "The first reading knows the conversation with the worker, which the file does not show.",
    "Nobody was persuaded at first; the child's own words settled it.",
)
AGREED_AT_ONCE: Final = (
    "Both readings came to it.",
    "The same grade for the same reasons.",
)
