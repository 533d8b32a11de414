"""The heights of embeds: kept in a file that a command writes."""

from sidebyside import heights
from sidebyside.heights import Height
from sidebyside.project import examine


def test_what_is_written_is_read_again_in_the_order_of_ids(tmp_path):
    path = tmp_path / heights.LOCK
    found = {"b-2": Height(640, 1280), "a": Height(1, 2)}
    heights.write(path, found)
    assert path.read_text().splitlines()[1:] == ["a 1 2", "b-2 640 1280"]
    assert heights.read(path) == (found, [])


def test_without_a_file_nothing_is_known(tmp_path):
    assert heights.read(tmp_path / heights.LOCK) == ({}, [])


def test_a_line_that_says_no_height_is_a_mistake_with_its_place(sound):
    (sound / "data" / heights.LOCK).write_text("# heights\ncase 300 500\ncase-table 300\ncase 1 2\nhome 0 5\n")
    project = examine(sound)
    how = "; run make heights, which writes this file"
    assert [str(mistake) for mistake in project.mistakes] == [
        f"data/heights.lock:3:1: no id with two heights{how}",
        f"data/heights.lock:4:1: 'case' stands here again, or has no height{how}",
        f"data/heights.lock:5:1: 'home' stands here again, or has no height{how}",
    ]


def test_what_was_not_measured_shows_its_beginning(sound):
    (sound / "data" / heights.LOCK).write_text("case 300 500\n")
    outline = examine(sound).outline
    assert outline.height("case") == Height(300, 500)
    assert outline.height("case-table") == heights.UNKNOWN
