# SPDX-License-Identifier: MPL-2.0
"""Forms whose point is an expression: what is asked when, what is worked out, what is counted."""

YES_NO = """
choices
  list_name | name | label
  yn | yes | Yes
  yn | no | No
"""

LOGIC = {
    "relevant_of_one_answer": """
survey
  type | name | label | relevant
  select_one yn | seen | Seen?
  text | why_not | Why not? | ${seen} = 'no'
  text | where | Where? | ${seen} != 'no'
"""
    + YES_NO,
    "relevant_and_or_not": """
survey
  type | name | label | relevant
  select_one yn | a | A?
  select_one yn | b | B?
  text | c | C? | ${a} = 'yes' and (${b} = 'no' or not(${b} = 'yes'))
  text | d | D? | not(${a} = 'no' and ${b} = 'no')
"""
    + YES_NO,
    "calculations": """
survey
  type | name | label | calculation | relevant
  integer | a | A?
  integer | b | B?
  calculate | total | | ${a} + ${b}
  text | why | Why so many? | | ${total} > 10
""",
    "choice_filters": """
survey
  type | name | label | choice_filter
  select_one team | team | Team?
  select_one worker | worker | Worker? | team = ${team}
choices
  list_name | name | label | team
  team | north | North
  team | south | South
  worker | w1 | Worker 1 | north
  worker | w2 | Worker 2 | south
""",
    "counting": """
survey
  type | name | label | constraint | relevant
  select_multiple who | there | Who? | not(selected(., 'nobody') and count-selected(.) > 1)
  text | crowd | Why so many? | | count-selected(${there}) >= 3
  text | empty | Why nobody? | | count-selected(${there}) = 0
choices
  list_name | name | label
  who | mother | Mother
  who | father | Father
  who | carer | Carer
  who | nobody | Nobody
""",
    "if_and_coalesce": """
survey
  type | name | label | relevant
  select_one yn | a | A?
  integer | n | N?
  text | b | B? | if(${a} = 'yes', ${n} > 5, ${n} > 10)
  text | c | C? | coalesce(${n}, 0) > 3
  text | d | D? | if(${a} = 'yes', 'x', 'y') = 'x'
"""
    + YES_NO,
    "what_has_no_counterpart": """
survey
  type | name | label | relevant | constraint | calculation
  begin_repeat | person | Person
  text | who | Who?
  end_repeat
  date | first | First?
  date | second | Second? | | . <= ${first} + 14
  text | several | Several? | count(${person}) > 2
  text | odd | Odd? | ${first} mod 2 = 1
  text | named | Named? | jr:choice-name(${who}, '${who}') = 'x'
  text | computed | Computed? | | | concat('a', 'b')
""",
}
