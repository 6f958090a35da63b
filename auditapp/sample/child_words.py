# SPDX-License-Identifier: MPL-2.0
"""Hold what invented children and grown-ups say, and what an auditor writes of a child's life.

Each pool is made of parts: one sentence is drawn of each part. Nobody ever said any of it.
"""

from types import MappingProxyType
from typing import Final

from auditapp.model.follow_up import FeedbackFrom

Pool = tuple[tuple[str, ...], ...]

_VOICE: Pool = (
    (
        "“I like it when she comes, because we bake.",
        "“He asks me things and then he does them.",
        "“It is better here than last year.",
        "“I want to see my brother more.",
        "“They talk about me at meetings and I wait outside.",
        "“I can tell her things and she does not get cross.",
        "“My new school is all right. I have one good friend.",
        "“I do not always know who is coming.",
        "“I laughed a lot this summer.",
        "“I wish it was quieter at home.",
        "“She remembers my dog's birthday.",
        "“I am proud of my picture in the hall.",
    ),
    (
        " Can you come on a day without football?”",
        " I want to stay.”",
        " I told her and it changed.”",
        " Nobody told me why.”",
        " I would like a say about weekends.”",
        " Ask me, not only the grown-ups.”",
        " It is nice when somebody rings first.”",
        " I am not scared at bedtime any more.”",
        " I still think about it sometimes.”",
        " Please keep the same person.”",
    ),
)
_DAY: Pool = (
    (
        "Gets up early, makes their own breakfast and walks to school with a neighbour's child.",
        "Mornings are a rush, and school often begins without breakfast.",
        "A carer wakes them with music; mornings are calm.",
        "Wakes before everybody else and waits in bed until it is quiet.",
    ),
    (
        "Afternoons are spent outside, with a ball or a bicycle.",
        "After school there is homework at the kitchen table, and somebody asks how it was.",
        "Much of the afternoon goes by alone, with a screen.",
        "There is a club twice a week, which they never miss.",
    ),
    (
        "Bedtime has a story, and a light is left on.",
        "Nights are broken when the grown-ups argue.",
        "They fall asleep late, and are tired the next day.",
        "They say that the best part of the day is the drive home.",
    ),
)
_DIFFERENCE: Pool = (
    (
        "Sleeps through the night most of the week.",
        "Is back in school every day.",
        "Has somebody to ring when it gets loud.",
        "Sees their grandparent each fortnight.",
        "Not much yet: the plan has been made and the help begins next month.",
        "Talks about what happened, in a few words, and to one person.",
        "Has stopped carrying a packed bag.",
    ),
    (
        "The school says the same.",
        "The child says so themselves.",
        "The family puts it down to the worker's patience.",
        "It has lasted since spring.",
        "It is early to say whether it will last.",
    ),
)
_NOW: Pool = (
    (
        "Lives at home with a parent and two younger children, with help from the wider family.",
        "Has settled with the carers and is beginning to bring friends home.",
        "Things are quieter, though money is short and nights are hard.",
        "The last weeks were unsettled after a change of plan.",
    ),
    (
        "Next comes the review, with the question of how often to visit.",
        "The worker is to see the school and come back to the family.",
        "What happens next is not said.",
        "The next step is a meeting with everybody who helps.",
    ),
)
_STORY: Pool = (
    (
        "Three homes by the age of six, then a long settled stretch.",
        "A happy start, then two hard years after a loss in the family.",
        "Lived with relatives on and off, and never quite knew where home was.",
        "Much was good: a grandparent, a garden, the same school throughout.",
    ),
    (
        "Understands why they live where they do, and can say it in their own way.",
        "Has pieces of the story and fills the gaps with guesses.",
        "Asks about it when driving, and gets an answer.",
        "Nobody has told it as one story yet.",
    ),
)
_WORRY: Pool = (
    (
        "It was often loud at night and nobody came when the child called.",
        "There was not always a meal, and the child had stopped saying so.",
        "A grown-up whom the child did not know had moved in.",
        "Going to school felt like leaving a parent alone with it all.",
    ),
    ("A teacher noticed.", "The child told a friend first.", "It had gone on for some months."),
)
_DECISION: Pool = (
    (
        "To stay under the present plan for three more months",
        "To move to a home nearer to school",
        "To begin work before court",
        "To step down to early help",
        "To offer the grandparents an assessment",
    ),
    (
        ", because change had begun and was not secure yet.",
        ", because the child had asked for it twice.",
        ", with reasons that weigh both sides.",
        ". The reason has to be guessed from the notes around it.",
        ", as nothing had changed since the last review.",
    ),
)
_HEALTH: Pool = (
    (
        "Well, and growing as expected.",
        "Mostly well; the asthma is looked after.",
        "Eats and sleeps better than last year.",
        "Has had a toothache that nobody followed up for a month.",
    ),
    (
        "“The nurse talked to me and not over me.”",
        "Says that worries come at night, and that talking helps.",
        "Would rather not talk about health with a stranger.",
    ),
)
_SELF: Pool = (
    (
        "A careful observer who loves maps.",
        "The funny one, as they say themselves.",
        "A big sister first of all.",
        "Proud to speak two languages.",
        "Somebody who mends things.",
    ),
    (
        "Faith matters at home, and the worker has asked how.",
        "Food and festivals of the family matter, and the carers have learned them.",
        "The file says little of where the family comes from.",
    ),
)
_FAMILY: Pool = (
    (
        "“She was straight with us from the first day.",
        "“We know what we have to do and what she does.",
        "“It felt like being checked, to begin with.",
        "“He rings back.",
        "“We have had three workers and told it three times.",
    ),
    (
        " The children like her.”",
        " I would ask for help sooner another time.”",
        " What we still need is somebody at weekends.”",
        " The letters are hard to read.”",
    ),
)
_NOT_ASKED: Pool = (
    (
        "The file was audited while the family was away.",
        "The worker asked that the family be left in peace in the week of the hearing.",
        "Two calls were made and not answered.",
    ),
)

POOLS: Final = MappingProxyType(
    {
        "AS5-day": _DAY,
        "VS4-day": _DAY,
        "AS8-difference": _DIFFERENCE,
        "CN3-difference": _DIFFERENCE,
        "CH3-difference": _DIFFERENCE,
        "FF3-words": _DIFFERENCE,
        "RC2-now": _NOW,
        "MO2-child": _NOW,
        "CH4-story": _STORY,
        "LS3-story": _STORY,
        "FD4-child": _WORRY,
        "MO6-decision": _DECISION,
        "HE3-child": _HEALTH,
        "EI1-self": _SELF,
        "FF1-family-said": _FAMILY,
        "FF1-reason": _NOT_ASKED,
    }
)
"""By the id of a question; all other questions want the child's own voice."""

VOICE: Final = _VOICE
_PRACTITIONER: Pool = (
    (
        "Knows the child well and was open about what is late.",
        "Would welcome time for direct work.",
        "Agrees with the grades; had hoped for better on recording.",
        "Found the talk useful, and more so than the form.",
        "Says that the caseload left no room for the plan to be written with the family.",
        "Is new to the file and had read all of it.",
    ),
    (
        "Took two points away for the next supervision.",
        "Disagrees about the chronology, and said why.",
        "Asked for an example of a good plan.",
        "Had already put one of the points right.",
    ),
)
SAID: Final = MappingProxyType(
    {
        FeedbackFrom.CHILD: _VOICE,
        FeedbackFrom.PARENT_OR_CARER: _FAMILY,
        FeedbackFrom.PRACTITIONER: _PRACTITIONER,
    }
)
"""What is said for the audit itself, by whom."""
