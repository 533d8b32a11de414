from sidebyside.publish.site import foot, navigation


def test_pages_of_the_navigation_are_in_order_with_their_outermost_section():
    nav = ["index.md", {"Teach": ["teach/index.md", {"Handouts": [{"Two roles": "teach/two.md"}]}]}, {"Last": "z.md"}]
    found = navigation(nav)
    assert list(found) == ["index.md", "teach/index.md", "teach/two.md", "z.md"]
    assert found["index.md"] == "" == found["z.md"]
    assert found["teach/index.md"] == found["teach/two.md"] == "Teach"


def test_the_foot_says_the_newest_day_of_a_source_and_leads_to_the_terms_in_this_form(published):
    made = published()
    newest = max(source.read for source in made.dataset.sources)
    hosted, disk = (foot(made.dataset, folders=folders) for folders in (True, False))
    assert hosted["read"] == disk["read"] == f"{newest.day} {newest:%B %Y}"
    assert hosted["version"] == made.release.version
    assert (hosted["licence"], disk["licence"]) == ("about/licence/", "about/licence.html")
