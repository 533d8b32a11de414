"""What a unit asks learners to read, held against the minutes that it allows."""

UNIT = "data/syllabus.yml"


def test_more_to_read_than_a_day_allows(broken_by):
    assert broken_by(UNIT, "limit: 2", "limit: 1") == []
    assert broken_by(UNIT, "read: [home]", "read: [home, case, claims]") == [
        f"{UNIT}:11:11: syllabus.second.read: 3 minutes to read, and a day has 1; leave out a section, or move it"
    ]
