# SPDX-License-Identifier: MPL-2.0
"""Thirty forms in the XLSForm layout, made up for the tests.

`tests.making_workbooks.tables` explains the notation.
"""

from tests.auditapp.checklist.xlsform.forms_of_logic import LOGIC, YES_NO

FORMS = {
    **LOGIC,
    "one_text": """
survey
  type | name | label
  text | name | What is the file called?
""",
    "all_simple_types": """
survey
  type | name | label
  text | a_text | Text
  integer | an_integer | Whole number
  decimal | a_decimal | Number
  date | a_date | Day
  time | a_time | Time
  dateTime | a_moment | Moment
  barcode | a_code | Code
  geopoint | a_place | Place
  image | a_picture | Picture
  audio | a_sound | Sound
  video | a_film | Film
  file | a_file | File
""",
    "select_one": """
survey
  type | name | label
  select_one yn | seen | Was the child seen?
"""
    + YES_NO,
    "select_multiple": """
survey
  type | name | label | relevant
  select_multiple who | there | Who was there?
  text | carer_said | What did the carer say? | selected(${there}, 'carer')
choices
  list_name | name | label
  who | mother | Mother
  who | carer | Carer
  who | nobody | Nobody
""",
    "numbers": """
survey
  type | name | label | relevant | constraint | constraint_message
  integer | age | Age? | | . >= 0 and . <= 17 | From 0 to 17
  decimal | hours | Hours? | ${age} > 4 | . > 0 | More than nothing
  text | note_1 | Why so many? | ${hours} >= 7.5 or ${hours} < 0.5
""",
    "dates": """
survey
  type | name | label | relevant | constraint | constraint_message
  date | started | Start? | | . <= today() | Still to come
  date | ended | End? | ${started} < today() - 30 | . >= ${started} | Before the start
  text | late | Why late? | ${ended} > date('2026-01-31')
  text | long_ago | Why so long? | today() - ${started} > 365
""",
    "groups": """
survey
  type | name | label | relevant
  select_one yn | in_care | In care?
  begin_group | care | Care | ${in_care} = 'yes'
  date | placed | Placed when?
  text | carer | Carer?
  end_group
  text | other | Anything else?
"""
    + YES_NO,
    "nested_groups": """
survey
  type | name | label | relevant
  begin_group | outer | Outer
  select_one yn | first | First?
  begin_group | inner | Inner | ${first} = 'yes'
  text | second | Second?
  begin_group | innermost | Innermost | ${second} != ''
  text | third | Third?
  end_group
  end_group
  text | fourth | Fourth?
  end_group
"""
    + YES_NO,
    "repeats": """
survey
  type | name | label
  begin_repeat | visit | Visit
  date | visited | When?
  text | seen_by | By whom?
  end_repeat
""",
    "notes": """
survey
  type | name | label | relevant
  note | hello | Read the whole file first.
  begin_group | g | Group
  note | intro | Look at six visits.
  select_one yn | q | Alone?
  note | warning | Tell somebody now. | ${q} = 'no'
  text | r | Where?
  end_group
"""
    + YES_NO,
    "metadata": """
survey
  type | name | label
  start | start
  end | end
  today | today
  deviceid | deviceid
  username | username
  text | q | Question?
""",
    "ranges": """
survey
  type | name | label | parameters
  range | how_sure | How sure? | start=0 end=10 step=1
  range | share | Share? | start=0.5 end=2.5 step=0.5
""",
    "required": """
survey
  type | name | label | required | required_message
  text | must | Must be answered? | yes | Answer this
  text | may | May be answered? | no
  text | true_one | Also must? | true()
  select_one yn | q | Q?
  text | sometimes | Sometimes? | ${q} = 'yes'
"""
    + YES_NO,
    "texts": r"""
survey
  type | name | label | constraint | constraint_message | relevant
  text | reference | Reference? | regex(., '[A-Z]{2}[0-9]{4}') | Two letters, four digits
  text | voice | In the child's words? | string-length(.) >= 10 | Write more
  text | short | Why so short? | | | string-length(${voice}) < 20
""",
    "languages": """
survey
  type | name | label::English (en) | label::Cymraeg (cy) | hint::English (en) | hint::Cymraeg (cy)
  select_one yn | seen | Was the child seen? | A welwyd y plentyn? | Six visits | Chwe ymweliad
choices
  list_name | name | label::English (en) | label::Cymraeg (cy)
  yn | yes | Yes | Do
  yn | no | No | Naddo
settings
  form_title | form_id | default_language
  Visits | visits | English (en)
""",
    "or_other": """
survey
  type | name | label | relevant
  select_one who or_other | seen_by | Seen by?
  select_multiple who or_other | told | Who was told?
  text | why | Why? | ${seen_by} = 'worker'
choices
  list_name | name | label
  who | worker | Worker
  who | carer | Carer
""",
    "appearances": """
survey
  type | name | label | appearance | default | read_only | guidance_hint | hint
  text | long | Tell the story | multiline | Once | | Ask the worker too. | In short
  select_one yn | quick | Quick? | minimal | yes | yes
"""
    + YES_NO,
    "acknowledge": """
survey
  type | name | label | relevant
  acknowledge | read_it | I have read the file
  text | then | And then? | ${read_it} = 'OK'
""",
    "ranks_and_numbers_as_names": """
survey
  type | name | label | relevant
  rank bands | order | Put in order
  select_one bands | band | Which?
  text | older | Why older? | ${band} >= 2
  text | exact | Why this? | ${band} = 1
choices
  list_name | name | label
  bands | 1 | Under five
  bands | 2 | Five to nine
  bands | 3 | Ten and over
""",
    "odd_names": """
survey
  type | name | label | relevant
  select_one yn | q_1.a | First?
  text | q_1-a | Second? | ${q_1.a} = 'yes'
  text | _q | Third? | ${q_1-a} != ''
"""
    + YES_NO,
    "settings": """
survey
  type | name | label
  text | q | Q?
settings
  form_title | form_id | version | style | instance_name
  A title | a_title_2026 | 2026.1 | pages | concat('x', 'y')
""",
    "unknown_columns": """
survey
  type | name | label | my_remark | bind::odk:length | audit_where
  text | q | Q? | Think of the brother | 10 | Visit records\\nCase notes
choices
  list_name | name | label | colour
  yn | yes | Yes | green
  yn | no | No | red
""",
    "everything_at_once": """
survey
  type | name | label | hint | relevant | constraint | constraint_message | required | appearance
  start | start
  begin_group | about | About the child
  note | about_note | Use the front sheet.
  integer | age | How old? | In years | | . >= 0 and . <= 25 | 0 to 25 | yes
  select_multiple groups | cohort | Which groups? | | | | | yes | minimal
  end_group
  begin_group | visits | Visits | | selected(${cohort}, 'care') or selected(${cohort}, 'plan')
  date | last | Last visit? | | | . <= today() | Still to come | yes
  select_one yn | alone | Seen alone? | | ${last} != '' and ${age} >= 4
  text | why | Why not alone? | | ${alone} = 'no' | string-length(.) > 5 | Too short
  end_group
choices
  list_name | name | label
  yn | yes | Yes
  yn | no | No
  groups | care | In care
  groups | plan | On a plan
  groups | neither | Neither
settings
  form_title | form_id | version
  Everything | everything | 3
""",
}
