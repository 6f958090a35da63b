# SPDX-License-Identifier: MPL-2.0
"""Write the file of an organisation that settles something for everybody on a computer."""

SETTLED = """\
schema: organisation/1
settings:
  organisation: Halden Council
  marking: OFFICIAL
  idle_minutes: 5
  reference_pattern: CF-[0-9]{5}
  local_standards: {assessment_local: {on: true, number: 35}}
  local_names: {placement_panel: resource panel}
  backup_days: 3
  keep_months: 72
  agreement_target: 80
"""


def write_organisation(folder, text=SETTLED):
    """Write the file, and return where it is."""
    path = folder / "organisation.yaml"
    path.write_text(text, encoding="utf-8")
    return path
