// On the page that stands where another one was: leads on to where the section is now that the address names. Without
// scripts the page leads to the chapter, and its list has the sections.
const named = document.getElementById(location.hash.slice(1));
const link = (named || document).querySelector("a[href]");
const to = new URL(link.href);
to.search = location.search; // how somebody had sorted and filtered a table
location.replace(to);
