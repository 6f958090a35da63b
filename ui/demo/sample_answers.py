# SPDX-License-Identifier: MPL-2.0
"""Hold what the auditor of the demo answers, question by question, in the made-up case file."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleAction:
    """Hold one action as the auditor enters it."""

    what: str
    owner: str
    due: dt.date
    how_we_will_know: str


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold what the auditor gives for one question, if anything; dates are ISO texts."""

    value: str | int | tuple[str, ...] | None = None
    note: str = ""
    evidence: tuple[tuple[str, str, str], ...] = ()
    cause: str | None = None
    late_reason: str = ""
    not_applicable: str = ""
    action: SampleAction | None = None


ANSWERS: dict[str, Sample] = {
    "chronology/CH4-story": Sample(
        "Three homes by the age of six, a long settled stretch with one carer, then a move at 15 "
        "that nobody had prepared. School has been the steady place throughout."
    ),
    "chronology/CH4": Sample(
        "good",
        "In conversation the worker told the story accurately and in order, with what each move "
        "meant. The gap is the year before care, of which little is known.",
        (("Handover summary", "2026-03-02", "page 1"),),
    ),
    "chronology/CH4-retell": Sample("sometimes", "Once, to a supply worker in February."),
    "chronology/CH4-changed": Sample("once"),
    "chronology/CH4-handover": Sample(
        "met",
        "A joint visit of both workers and a two-page summary.",
        (("Case note, joint visit", "2026-03-02", ""),),
    ),
    "chronology/CH1-kind": Sample("own"),
    "chronology/CH1": Sample(
        "partly_met",
        "Her own chronology, kept up until June. The move of July and the return to college in "
        "September are not in it.",
        (("Chronology", "2026-06-12", "last entry"),),
        cause="practice",
        action=SampleAction(
            "Bring the chronology up to date from June, with what the July move meant to her",
            "Social worker",
            dt.date(2026, 12, 4),
            "Entries for July and September stand in the chronology at the next supervision",
        ),
    ),
    "chronology/CH1-dates": Sample(("2025-11-20", "2026-02-10", "2026-04-28", "2026-06-12")),
    "chronology/CH1-start": Sample(
        "met", "From birth, with a fair account of why she came into care."
    ),
    "chronology/CH1-from": Sample(("child", "carers", "school", "own_records")),
    "chronology/CH2": Sample(
        "requires_improvement",
        "Events are right and fairly put, but only two of eighteen entries say what they meant to "
        "her. A reader learns what happened and not what it was like.",
        (("Chronology", "2026-06-12", "entries 9 to 18"),),
        cause="practice",
    ),
    "chronology/CH2-selected": Sample("met", "Short, in order, no case notes pasted in."),
    "chronology/CH2-events": Sample(
        3, "The move of July and the death of a grandparent are missing."
    ),
    "chronology/CH2-gaps": Sample(("loss", "moves")),
    "chronology/CH3": Sample(
        "good",
        "The assessment of May draws out the pattern of moves after conflict and uses it.",
        (("Single assessment", "2026-05-14", "section 4"),),
    ),
    "chronology/CH3-plan": Sample(
        "met", "The plan asks for a stability meeting at the first sign of conflict, and says why."
    ),
    "chronology/CH3-unseen": Sample("named"),
    "chronology/CH3-difference": Sample(
        "Because the pattern was seen, a meeting was held in June before the placement broke down."
    ),
    "life-story/LS3-story": Sample(
        "She knows why she came into care and can say it. She does not know why her brothers were "
        "placed elsewhere, and has asked twice."
    ),
    "life-story/LS3": Sample(
        "requires_improvement",
        "Good work until she was twelve. Nothing with her since, although her questions have "
        "changed with her age.",
        (("Direct work record", "2022-08-03", ""), ("Visit record", "2026-09-18", "her question")),
        cause="system",
    ),
    "life-story/LS3-pace": Sample(
        "partly_met",
        "The early work followed her pace. Nobody has asked how she would like to go on.",
        cause="practice",
    ),
    "life-story/LS3-unanswered": Sample(
        "unanswered",
        "She asked about her brothers in April and again in September. The answer is not on file.",
        (("Visit record", "2026-04-22", ""), ("Visit record", "2026-09-18", "")),
        action=SampleAction(
            "Answer her question about her brothers, in person, with what the file can tell her",
            "Social worker",
            dt.date(2026, 11, 28),
            "A record of the talk, with her own words on it",
        ),
    ),
    "life-story/LS1-decided": Sample("put_off", "Put off at two reviews until she is settled."),
    "life-story/LS1": Sample(
        "partly_met",
        "Begun early by a social worker; nobody has led it for three years.",
        cause="system",
    ),
    "life-story/LS1-by": Sample(("nobody",)),
    "life-story/LS1-plan": Sample(
        "not_met",
        "The review of March says that it is needed, without who or when. It was not raised again.",
        (("Review record", "2026-03-19", "decision 7"),),
        cause="practice",
        action=SampleAction(
            "Agree with her who will take the life-story work up again, and begin",
            "Team manager",
            dt.date(2027, 1, 15),
            "A first session is recorded and the next one has a date",
        ),
    ),
    "life-story/LS2-stage": Sample("outdated"),
    "life-story/LS2": Sample(
        "good",
        "Kind, truthful and full of photographs, up to the age of eleven.",
        (("Life-story book", "2021-12-01", ""),),
    ),
    "life-story/LS2-parts": Sample(("birth", "mother", "siblings", "why", "homes", "good_times")),
    "life-story/LS2-safe": Sample("met", "The book is with her; a copy is kept with the file."),
    "life-story/LS3-change": Sample(
        "not_met",
        "Neither the move of July nor her grandfather's death was brought into it.",
        cause="practice",
    ),
    "pathway/PW5-stage": Sample("in_care"),
    "pathway/PW5-safe": Sample("shown"),
    "pathway/PW5": Sample(
        "good",
        "She visited twice and chose the room. Close to college and to the friend she trusts.",
        (("Placement plan", "2026-07-06", ""), ("Visit record", "2026-07-10", "her words")),
    ),
    "pathway/PW5-staying": Sample("stays", "Staying put was explained to her in writing."),
    "pathway/PW6": Sample(
        "met", "The carers had her history and her health summary before the move."
    ),
    "pathway/PW4-voice": Sample(
        "“I like it here. I want to know about college money, and somebody to tell me about my "
        "brothers.”"
    ),
    "pathway/PW4-met": Sample("at_16"),
    "pathway/PW4": Sample(
        "good",
        "The adviser met her within a month of her birthday and has kept every appointment.",
        (("Personal adviser record", "2026-05-20", ""),),
    ),
    "pathway/PW2-plan": Sample("current"),
    "pathway/PW1-start": Sample("2026-04-12"),
    "pathway/PW1-done": Sample(
        "2026-08-21",
        late_reason="The worker waited for the move of July to be settled; a manager agreed to it.",
    ),
    "pathway/PW1": Sample(
        "partly_met",
        "The assessment was finished 40 days late. The work since then is good.",
        (("Pathway needs assessment", "2026-08-21", ""),),
        cause="practice",
    ),
    "pathway/PW2": Sample("met", "She has her copy, and parts of it are in her own hand."),
    "pathway/PW3": Sample(
        "good",
        "Covers home, money, learning, health and people. The fallback is named: the former carer.",
        (("Pathway plan", "2026-09-04", "pages 2 to 6"),),
    ),
    "pathway/PW3-reviews": Sample(("2026-09-04",)),
    "pathway/PW7-doing": Sample("school"),
    "pathway/PW7": Sample(
        "outstanding",
        "The course was found with her after two tasters. The virtual school pays for travel, and "
        "the college has a named person who knows her history with her consent.",
        (("Personal education plan", "2026-10-08", "section 3"),),
    ),
    "pathway/PW8": Sample("good", "Counselling at college began within three weeks of asking."),
    "pathway/PW8-has": Sample(("health", "papers", "money", "speak_up")),
    "pathway/PW8-rights": Sample(
        "partly_met",
        "She has her passport and health history; the local offer was not explained.",
        cause="recording",
    ),
    "visits/VS1-last": Sample("2026-10-16"),
    "visits/VS1-safe": Sample("shown", "Seen at home on 16 October, well and making plans."),
    "visits/VS2": Sample(
        "met",
        "Alone at five of the last six visits; at the sixth she wanted her carer there.",
        (("Visit records", "2026-10-16", "last six"),),
    ),
    "visits/VS1-situation": Sample("first_year"),
    "visits/VS1-start": Sample("2026-07-06"),
    "visits/VS1-care-ended": Sample(),  # she is still in care
    "visits/VS1-care": Sample(
        ("2026-07-10", "2026-08-14", "2026-10-02", "2026-10-16"),
        "September was missed: the worker was on leave and no cover was arranged.",
        late_reason="Worker on leave for three weeks; no cover was arranged.",
        action=SampleAction(
            "Arrange cover for visits when a worker is away for more than a week",
            "Team manager",
            dt.date(2026, 12, 11),
            "The team's leave chart names the cover; no visit is late in the next two months",
        ),
    ),
    "visits/VS1-gap": Sample(("school", "other")),
    "visits/VS1-often": Sample(
        "requires_improvement",
        "Visits lapsed at the moment when she had just moved and lost her grandfather.",
        (("Visit records", "2026-10-02", "gap of 49 days"),),
        cause="system",
    ),
    "visits/VS3-count": Sample(5),
    "visits/VS3": Sample(
        "good",
        "Each visit takes up what was said at the one before.",
        (("Visit record", "2026-10-16", ""),),
    ),
    "visits/VS4-words": Sample("“Don’t talk about me in there. Ask me.” (July, at the new home)"),
    "visits/VS4-tools": Sample(("talk", "scales", "doing")),
    "visits/VS4": Sample(
        "good",
        "Walks and cooking rather than forms; her scales are drawn and dated.",
        (("Direct work record", "2026-08-14", ""),),
    ),
    "visits/VS4-changed": Sample("met", "Contact was moved to Sundays because she asked for it."),
    "visits/VS5-workers": Sample(2),
    "visits/VS5-handover": Sample("met", "A joint visit and a goodbye letter."),
    "visits/VS5-why": Sample("met", "She named her worker and why they come."),
    "visits/VS5": Sample(
        "good", "“She turns up when she says she will.”", (("Visit record", "2026-10-16", ""),)
    ),
    "visits/VS6": Sample("met", "Offered in July; she said not now. To be asked again in January."),
    "visits/VS6-visitor": Sample("declined"),
}
