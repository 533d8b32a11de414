"""The macros of the pages for teachers: what one copies to link and cite, and the index of everything that can be."""

from ..mistakes import meant, one_of
from . import index, snippets
from .calling import CallError, Calling
from .citations import Work
from .html import render


class SectionCalls(Calling):
    """Macros about sections. They need the outline, which is made of the chapters, and are empty until there is one."""

    def address(self) -> str:
        """The site's address as it is, to stand in code."""
        return self._links.site.address

    def snippet(self, id: str, form: str) -> str:
        """What one copies to link or cite a section, as a block of code; the forms are those of `snippets.FORMS`."""
        self._section(id)
        forms = snippets.FORMS
        if form not in forms:
            raise CallError(f"no form '{form}'{meant(form, forms) or '; there are ' + one_of(forms)}")
        if self._outline is None:
            return ""
        entry = self._outline.leads_to(id)
        return _code(forms[form], snippets.snippet(entry, form, self._outline, self._dataset, self._links.site))

    def cite_site(self, form: str) -> str:
        """The citation of the whole site, as a block of code."""
        return self._citation(snippets.whole(self._dataset, self._links.site), form)

    def cite_data(self, form: str) -> str:
        """The citation of the data, as a block of code; its address is that of the chapter that calls."""
        if self._outline is None:
            return ""
        site, chapter = self._links.site, self._outline.chapter(self._links.page)
        return self._citation(snippets.data(self._dataset, site, site.short(chapter.id)), form)

    def sections(self) -> str:
        """The index of everything that can be linked: by chapter, with objectives and minutes."""
        if self._outline is None:
            return ""
        return render("sections.html", chapters=index.chapters(self._dataset, self._outline, self._links))

    def objectives(self) -> str:
        """How many objectives there are for each process of Bloom's revised taxonomy, with its verbs."""
        return render("processes.html", rows=index.processes(self._dataset))

    def _citation(self, work: Work, form: str) -> str:
        forms = snippets.CITED
        if form not in forms:
            raise CallError(f"no form '{form}'{meant(form, forms) or '; there are ' + one_of(forms)}")
        return _code(snippets.FORMS[form], snippets.cited(work, form, self._links.site))

    def _section(self, id_: str) -> None:
        known = self._dataset.section_by_id
        if id_ not in known:
            raise CallError(f"no section '{id_}'{meant(id_, known) or '; data/sections.yml has those that exist'}", id_)


def _code(language: str, text: str) -> str:
    return f"``` {language}\n{text}\n```"
