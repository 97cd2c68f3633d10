// Conveniences; pages are complete without them. Works from file:// and under default-src 'self'.
"use strict";

const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const text = (node) => node.textContent.trim();
const lower = (words) => words.trim().toLowerCase();
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
const on = (node, type, action) => node.addEventListener(type, action);
const set = (node, attributes) => {
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  return node;
};
const make = (tag, attributes, ...children) => {
  const node = set(document.createElement(tag), attributes);
  node.append(...children);
  return node;
};
const live = make("p", { class: "unseen", role: "status" });
all("main")[0].append(live);

// ---- The view in the fragment: #name=value, defaults left out; a plain #id is an element.

const controls = [];
const control = (name, read, write) => controls.push({ name, read, write });
const save = () => {
  const view = new URLSearchParams();
  for (const { name, read } of controls) if (read()) view.set(name, read());
  view.sort();
  history.replaceState(null, "", location.href.split("#")[0] + (view.size ? `#${view}` : ""));
};
const load = () => {
  const hash = location.hash.slice(1);
  const view = new URLSearchParams(hash);
  if (!hash || hash.includes("=")) {
    for (const { name, write } of controls) write(view.get(name) ?? "");
    return;
  }
  // Choose what has to be chosen for the element to show.
  const target = document.getElementById(hash);
  for (let node = target; node; node = node.parentElement) {
    for (const name in node.dataset) {
      const choice = document.getElementById(`${name}-c${node.dataset[name]}`);
      if (choice) choice.checked = true;
    }
  }
  target?.scrollIntoView();
};

for (const toggle of all("fieldset[data-name]")) {
  const choices = [...toggle.elements];
  const usual = choices.find((choice) => choice.defaultChecked);
  const read = () => choices.find((choice) => choice.checked && choice !== usual)?.value;
  control(toggle.dataset.name, read, (value) => {
    (choices.find((choice) => choice.value === value) ?? usual).checked = true;
  });
  on(toggle, "change", save);
}

// ---- Tables

const collator = new Intl.Collator(root.lang, { numeric: true });
const number = (value = "") => value && (value.includes(".") ? Number(value) : BigInt(value));

for (const { parentElement: table } of all("figure.table thead")) {
  const { id } = table.closest("figure");
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const isSortable = (head) => head.matches("th:not(.bar, .spark, .difference)");
  const labels = heads.map((head) => isSortable(head) && text(head));

  const listed = rows.filter((row) => !row.matches(".other, .rounding"));
  const chosen = table.dataset.filter;
  const cell = (row) => row.cells[chosen]?.textContent.trim();
  const field = make("input", { type: "search" });
  const select = make("select", {}, make("option", { value: "" }, "all"));
  const count = make("span", { role: "status" });
  const line = make("div", { class: "filter" });
  const filter = () => {
    const words = lower(field.value);
    const isOn = words + select.value !== "";
    const shown = listed.filter((row) => (
      [cell(row), ""].includes(select.value) && lower(text(row)).includes(words)
    ));
    for (const row of rows) row.hidden = isOn && !shown.includes(row);
    if (table.tFoot) table.tFoot.hidden = isOn;
    const counts = `${shown.length} of ${listed.length} rows; totals are of all rows`;
    count.textContent = isOn ? counts : "";
  };
  const add = (kind, label, input) => {
    line.append(make("label", {}, label, input));
    control(`${kind}.${id}`, () => input.value.trim(), (value) => {
      input.value = value;
      input.value ||= ""; // no such option
      filter();
    });
  };
  if (listed.length >= 12) add("q", "Filter", field);
  if (chosen) {
    const names = [...new Set(listed.map(cell))].sort(collator.compare);
    select.append(...names.map((name) => make("option", {}, name)));
    add("filter", labels[chosen], select);
  }
  if (line.firstChild) table.closest(".scroll").before(line);
  line.append(count);
  on(line, "input", () => (filter(), save()));

  const ordinary = rows.filter((row) => !row.matches(".other, .unassigned, .rounding"));
  if (ordinary.length < 3) continue;
  const isNumeric = (column) => ordinary.some((row) => row.cells[column].dataset.value);
  let order = "";
  const sort = (wanted) => {
    const isFalling = wanted.startsWith("-");
    const column = labels.indexOf(wanted.slice(isFalling));
    order = column < 0 ? "" : wanted;
    const isExact = order && isNumeric(column);
    const sorted = [...ordinary];
    if (order) sorted.sort((...pair) => {
      const cells = pair.map((row) => row.cells[column]);
      const [a, b] = cells.map((cell) => (isExact ? number(cell.dataset.value) : text(cell)));
      // What is not known comes last in both directions.
      if (a === "" || b === "") return (a === "") - (b === "");
      return (isFalling ? -1 : 1) * (isExact ? (a > b) - (a < b) : collator.compare(a, b));
    });
    table.tBodies[0].append(...rows.map((row) => (ordinary.includes(row) ? sorted.shift() : row)));
    for (const head of heads) head.ariaSort = null;
    if (order) heads[column].ariaSort = isFalling ? "descending" : "ascending";
  };
  labels.forEach((label, column) => {
    if (!label) return;
    const button = make("button", {}, ...heads[column].childNodes);
    heads[column].append(button);
    // Numbers fall first, words rise first; a third click gives back the published order.
    const cycle = isNumeric(column) ? [`-${label}`, label, ""] : [label, `-${label}`, ""];
    on(button, "click", () => (sort(cycle[(cycle.indexOf(order) + 1) % 3]), save()));
  });
  control(`sort.${id}`, () => order, sort);
}

// ---- Charts

const tip = make("div", { class: "tooltip" });
const cursor = document.createElementNS("http://www.w3.org/2000/svg", "path");
const hide = () => {
  tip.remove();
  cursor.remove();
};

const addReading = (figure, svg) => {
  const rows = all("details tbody tr:not(.rounding)", figure);
  const heads = all("details thead tr > *", figure).map(text);
  const keys = all(".key li", figure);
  const swatches = new Map(keys.map(({ children: [swatch, name] }) => [text(name), swatch]));
  const [axis, start, end] = svg.dataset.slots.split(" ");
  const slot = (end - start) / rows.length;
  const isAcross = axis === "x";
  let index = rows.length;

  const show = (wanted) => {
    index = clamp(wanted, 0, rows.length - 1);
    const [period, ...lines] = [...rows[index].cells].map((cell, place) => {
      const number = make("b", {}, text(cell));
      const swatch = swatches.get(heads[place])?.cloneNode() ?? "";
      return place ? make("p", {}, swatch, `${heads[place]} `, number) : number;
    });
    tip.replaceChildren(period, ...lines);
    figure.append(tip);
    // Under the drawing: the pointer can go down to it without leaving its slot.
    const frame = figure.getBoundingClientRect();
    const middle = Number(start) + (index + 0.5) * slot;
    const { x } = new DOMPoint(isAcross && middle, 0).matrixTransform(svg.getScreenCTM());
    const left = x - frame.x - tip.offsetWidth / 2;
    tip.style.left = `${clamp(left, 0, frame.width - tip.offsetWidth)}px`;
    tip.style.top = `${svg.getBoundingClientRect().bottom - frame.y}px`;
    const foot = svg.querySelector(".baseline")?.getBBox().y;
    const d = isAcross ? `M${middle} 18V${foot}` : `M-5 ${middle - slot / 3}v${slot / 1.5}`;
    svg.append(set(cursor, { class: "cursor", d }));
    return `${text(period)}: ${lines.map(text).join(", ")}`;
  };

  set(svg, { tabindex: 0, "aria-keyshortcuts": "ArrowLeft ArrowRight Home End" });
  on(svg, "pointermove", ({ clientX, clientY }) => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
    const place = Math.floor(((isAcross ? x : y) - start) / slot);
    hide();
    if (rows[place]) show(place);
  });
  on(svg, "blur", hide);
  on(svg, "keydown", (event) => {
    const step = { Left: -1, Up: -1, Right: 1, Down: 1 }[event.key.replace("Arrow", "")];
    const wanted = { Home: 0, End: rows.length }[event.key] ?? index + step;
    if (isNaN(wanted) || event.altKey) return;
    live.textContent = show(wanted);
    event.preventDefault();
  });
};

for (const figure of all("figure.chart")) {
  for (const item of all(".key li", figure)) item.tabIndex = 0;
  for (const svg of all("svg[data-slots]", figure)) addReading(figure, svg);
}
on(window, "resize", hide);
on(document, "keydown", ({ key }) => key === "Escape" && hide());
on(document, "pointerover", ({ target }) => target.closest(".tooltip, [data-slots]") || hide());

// ---- Search

if (root.dataset.search) {
  const data = make("script", { src: root.dataset.search });
  const field = make("input", {
    type: "search", role: "combobox", placeholder: "Search",
    "aria-label": "Search teams, features, models and pages", "aria-controls": "found",
  });
  const list = make("ul", { id: "found", role: "listbox", "aria-label": "Found" });
  let chosen;
  const choose = (place) => {
    chosen = list.children[place];
    for (const option of list.children) option.ariaSelected = option === chosen;
    set(field, { "aria-activedescendant": chosen?.id ?? "" });
  };
  const show = () => {
    const words = lower(field.value);
    const begins = ([name]) => lower(name).startsWith(words);
    const found = (window.TOKENBOOK_SEARCH ?? []).filter(([name]) => lower(name).includes(words));
    found.sort((one, other) => begins(other) - begins(one)).splice(words ? 12 : 0);
    list.replaceChildren(...found.map(([name, kind, path], at) => {
      const option = { role: "option", id: `found-${at}`, "data-path": path };
      return make("li", option, `${name} `, make("span", {}, kind));
    }));
    list.hidden = !found[0];
    field.ariaExpanded = !list.hidden;
    choose(-1);
    if (words) live.textContent = `${found.length} found`;
  };
  const close = () => {
    field.value = "";
    show();
  };
  show();
  all(".navigation")[0].after(make("div", { role: "search" }, field, list));
  on(data, "load", show);
  on(field, "focus", () => document.head.append(data));
  on(field, "input", show);
  on(field, "blur", close);
  on(field, "keydown", (event) => {
    const options = [...list.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(clamp(options.indexOf(chosen) + step, 0, options.length - 1));
    else if (event.key === "Enter") (chosen ?? list.firstChild)?.click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  on(list, "mousedown", (event) => event.preventDefault());
  on(list, "click", ({ target }) => {
    location.assign(root.dataset.root + target.closest("li").dataset.path);
  });
}

// ---- Link, age, paper

const copy = make("button", {}, "Copy the link to this view");
const copied = make("span", { role: "status" });
all(".contact")[0].append(make("p", {}, copy, copied));
on(copy, "click", async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    copied.replaceChildren("Copied");
  } catch {
    const link = make("input", { readonly: "", value: location.href, "aria-label": "Link" });
    copied.replaceChildren(link, "press Ctrl+C");
    link.select();
  }
});

const midnight = new Date().setHours(0, 0, 0, 0);
const age = Math.round((midnight - new Date(`${root.dataset.asOf}T00:00`)) / 864e5);
if (age > 2) all(".freshness span")[0]?.append(`; this page is ${age} days old`);

if (!CSS.supports("selector(::details-content)")) {
  on(window, "beforeprint", () => all("details").forEach((one) => (one.open = true)));
}

load();
on(window, "hashchange", load);
