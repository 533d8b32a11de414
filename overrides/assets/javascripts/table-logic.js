// What a reader can ask of a comparison table, apart from any page: what an address says, which rows are meant, in which
// order. A state is {sort, reverse, group, kind, clear, find}; a row is {name, group, kinds, clear, values}, as the
// page has it. Knows no table and no role: columns, groups and kinds are those that it is given.
(() => {
  "use strict";

  const NAME = "name";
  const nothing = () => ({ sort: "", reverse: false, group: "", kind: "", clear: false, find: "" });

  // Slow to make, and wanted only where somebody sorts by name.
  let collator = null;
  const byName = (one, other) => (collator ??= new Intl.Collator("en", { numeric: true })).compare(one, other);

  // `group:clouds,kind:advert,clear,sort:difference,reverse,find:c++`; what the table does not know is left out.
  const parse = (text, known) => {
    const state = nothing();
    const at = text.search(/(^|,)find:/);
    if (at >= 0) state.find = text.slice(text.indexOf(":", at) + 1).trim();
    for (const part of (at < 0 ? text : text.slice(0, at)).split(",")) {
      const [key, value] = part.split(":", 2);
      if (part === "clear") state.clear = true;
      else if (part === "reverse") state.reverse = true;
      else if (["group", "kind", "sort"].includes(key) && known[key].includes(value)) state[key] = value;
    }
    if (!state.sort) state.reverse = false;
    return state;
  };

  const write = (state) =>
    [
      state.group && `group:${state.group}`,
      state.kind && `kind:${state.kind}`,
      state.clear && "clear",
      state.sort && `sort:${state.sort}`,
      state.sort && state.reverse && "reverse",
      state.find.trim() && `find:${state.find.trim()}`, // the last, for it may hold any sign
    ]
      .filter(Boolean)
      .join(",");

  const read = (query, id) => new URLSearchParams(query).get(id) || "";

  // The query with another text for one table, and everything else in it as it was.
  const replace = (query, id, text) => {
    const others = query.replace(/^\?/, "").split("&").filter((pair) => pair && !new URLSearchParams(pair).has(id));
    const plain = encodeURIComponent(text).replace(/%3A/g, ":").replace(/%2C/g, ",");
    const all = text ? [...others, `${id}=${plain}`] : others;
    return all.length ? `?${all.join("&")}` : "";
  };

  const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const meant = (row, state) =>
    (!state.group || row.group === state.group) &&
    (!state.kind || row.kinds.includes(state.kind)) &&
    (!state.clear || (state.kind ? row.clear.includes(state.kind) : row.clear.length > 0)) &&
    folded(state.find).split(/\s+/).every((word) => folded(row.name).includes(word));

  // `0:0.36` is class and value; anything else is no value.
  const value = (token) => {
    const [kind, number] = (token || "").split(":").map(parseFloat);
    return Number.isFinite(kind) && Number.isFinite(number) ? { kind, number } : null;
  };

  // Names from A, numbers from the largest, each class by itself; `reverse` turns that round. What has no value is last
  // in any case, and equal rows stay as they stand in the table.
  const compare = (column, reverse) => (one, other) => {
    const sign = reverse ? -1 : 1;
    if (column === 0) return sign * byName(one.name, other.name);
    const [a, b] = [one, other].map((row) => value(row.values[column - 1]));
    if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
    return a.kind - b.kind || sign * (b.number - a.number);
  };

  // The rows that the state means, in its order; `columns` are the names of the columns, the first that of the name.
  const answer = (rows, state, columns) => {
    const found = rows.filter((row) => meant(row, state));
    const column = columns.indexOf(state.sort);
    return column < 0 ? found : found.sort(compare(column, state.reverse));
  };

  // Whether a sorted column has values that are not compared with one another.
  const apart = (rows, column) =>
    new Set(rows.map((row) => value(row.values[column - 1])?.kind).filter((kind) => kind !== undefined)).size > 1;

  globalThis.sideBySide = {
    ...globalThis.sideBySide,
    tables: { NAME, nothing, parse, write, read, replace, answer, apart },
  };
  globalThis.document?.dispatchEvent(new Event("sb-tables"));
})();
