/* Sends the forms of a page in the background and renews the page, and gives it keys. Without it they are plain forms.

   A form that writes has data-readtrack; a paper in a list has data-paper; what a key presses has data-key. */
"use strict";
(() => {
  // Datasette 0.65 says of no page in what language it is.
  document.documentElement.lang ||= "en";

  const FIELDS = "input:not([type=hidden]), textarea, select";
  const FOCUSABLE = `a, button, summary, [tabindex], ${FIELDS}`;
  const MENUS = "details.rt-menu[open], details.nav-menu[open], details.details-menu[open]";

  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const content = () => find("#readtrack");
  const papers = () => all("[data-paper]", content());
  const paperAround = (element) => element?.closest?.("[data-paper]");

  const said = document.createElement("div");
  said.id = "rt-said";
  said.setAttribute("role", "status");
  document.body.append(said);
  let silence;
  function say(text, { wrong = false, button = null } = {}) {
    if (said.contains(document.activeElement) && lately?.isConnected) lately.focus({ preventScroll: true });
    said.replaceChildren(text, ...(button ? [" ", button] : []));
    said.classList.toggle("rt-wrong", wrong);
    hush(wrong || button ? 12000 : 6000);
  }
  function hush(after) {
    clearTimeout(silence);
    silence = setTimeout(() => said.matches(":hover, :focus-within") ? hush(2000) : said.replaceChildren(), after);
  }

  /* What a form, and any other element, is called both on this page and on its renewed copy. */
  function formName(form) {
    if (!form) return "";
    const hidden = all("input[type=hidden]", form).filter((field) => !["token", "back", "was"].includes(field.name));
    return [form.getAttribute("action"), ...hidden.map((field) => field.value)].join(" ");
  }
  function nameOf(element) {
    const own = element.id || (element.matches("summary") && element.parentElement.id)
      || ["name", "value", "href", "data-column"].map((name) => element.getAttribute(name)).join(" ");
    const form = formName(element.form ?? element.closest("form"));
    return [paperAround(element)?.dataset.paper, form, element.tagName, own, element.dataset.at].join("\n");
  }
  const named = (selector) => new Map(all(selector, content()).map((element) => [nameOf(element), element]));

  const isTyped = (field) => field.options
    ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.value !== field.defaultValue || field.checked !== field.defaultChecked;

  /* What of the page may have the focus once `active` is gone with what it did: what does the same, what opened it, what
     came next; and only if its paper in a list is gone too, what it stood in. */
  function near(active) {
    const [item, section] = [active.closest(".rt-chip, .rt-note"), active.closest("section")];
    const around = (selector) => {
      const found = [];
      for (let each = active.closest(selector); each && each !== content(); each = each.parentElement.closest(selector)) found.push(each);
      return found;
    };
    const [what, field] = item?.matches(".rt-chip") ? ["button", "#rt-tag"] : ["a", "#rt-new-note"];
    const after = [];
    for (let each = item?.nextElementSibling; each; each = each.nextElementSibling) after.push(find(what, each));
    if (item) after.push(find(field));
    const same = find(".rt-menu > summary", active.closest(".rt-status") ?? document.createElement("p"));
    const opened = around("details").map((details) => find("summary", details));
    const heading = section && document.getElementById(section.getAttribute("aria-labelledby"));
    return [
      [active, same, ...opened, ...after],
      [...around("[id]"), section && find(".rt-menu > summary", section), heading],
    ].map((some) => some.filter((each) => each && content().contains(each)).map(nameOf));
  }
  let lately;
  document.addEventListener("focusin", ({ target }) => { if (content().contains(target)) lately = target; });

  /* What somebody sees and types now, but for the form that was sent; and the same put back into a renewed page. */
  function remember(sent) {
    const fields = [...named(FIELDS)].filter(([, field]) => formName(field.form) !== sent && isTyped(field));
    // Who pressed Undo goes on where the change was made.
    const active = said.contains(document.activeElement) && lately?.isConnected ? lately : document.activeElement;
    const paper = paperAround(active);
    return {
      typed: fields.map(([name, field]) => [name, field.value, field.checked, field.form?.elements.was?.value]),
      open: [...named("details:not(.rt-menu)")].map(([name, details]) => [name, details.open]),
      focus: content().contains(active) ? near(active) : null,
      cursor: active.matches("textarea, input") ? [active.selectionStart, active.selectionEnd] : null,
      paper: paper?.dataset.paper,
      at: papers().indexOf(paper),
      menu: Boolean(active.closest(".rt-menu")),
      scrolled: [scrollX, scrollY, find(".rt-aside")?.scrollTop],
    };
  }
  function recall({ typed, open, focus, cursor, paper, at, menu, scrolled }) {
    const [details, fields] = [named("details"), named(FIELDS)];
    for (const [name, isOpen] of open) if (details.has(name)) details.get(name).open = isOpen;
    for (const [name, ...state] of typed) if (fields.has(name)) retype(fields.get(name), ...state);
    if (focus) {
      const there = papers().find((each) => each.dataset.paper === paper) ?? (at < 0 ? null : papers()[Math.min(at, papers().length - 1)]);
      refocus(focus, menu && there ? find(".rt-menu > summary", there) : there, cursor);
    }
    scrollTo(scrolled[0], scrolled[1]);
    const aside = find(".rt-aside");
    if (aside) aside.scrollTop = scrolled[2] ?? 0;
  }

  function retype(field, value, checked, was) {
    field.value = value;
    if (checked !== undefined) field.checked = checked;
    const box = field.closest("[data-at]");
    if (!box || box.dataset.at === was) return;
    // Somebody changed the note meanwhile: it is for the server to say so.
    field.form.elements.was.value = was;
    box.open = true;
  }
  function refocus([first, last], paper, cursor) {
    const there = named(`${FOCUSABLE}, [id]`);
    const seen = (names) => names.map((name) => there.get(name)).find((each) => each?.checkVisibility());
    const next = seen(first) ?? paper ?? seen(last) ?? content();
    if (!next.matches(FOCUSABLE)) next.tabIndex = -1;
    next.focus({ preventScroll: true });
    if (cursor && cursor[0] !== null && next.matches("textarea, input")) next.setSelectionRange(...cursor);
  }

  /* Puts our content, as the server shows it now, in the place of what is shown. */
  async function renew(sent) {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("readtrack");
    if (!answer.ok || !fresh) throw new Error("another page");
    const kept = remember(sent);
    content().replaceWith(document.adoptNode(fresh));
    document.title = page.title;
    prepare();
    recall(kept);
  }

  async function post(url, fields) {
    try {
      const headers = { Accept: "application/json", "X-Readtrack-Token": content().dataset.token };
      return await (await fetch(url, { method: "POST", body: fields, headers })).json();
    } catch {
      return { error: "The library does not answer. Is it still being served? Load the page again to see what it holds." };
    }
  }
  async function send(form, url, fields) {
    const sent = formName(form);
    const told = await post(url, fields);
    delete form.dataset.sent;
    if (!told.ok) return say(told.error, { wrong: true });
    let button;
    if (Number.isInteger(told.change) && content().dataset.undo) {
      made.push(told.change);
      button = document.createElement("button");
      button.textContent = "Undo";
      button.setAttribute("aria-keyshortcuts", "u");
      button.addEventListener("click", () => undo(told.change), { once: true });
    }
    return renew(sent).then(() => say(told.said, { button }), () => { form.reset(); location.reload(); });
  }

  // One after the other, so that quick keys lose nothing; and a form that is under way is not sent twice.
  let sending = Promise.resolve();
  const inTurn = (job) => { sending = sending.then(job); };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-readtrack]") || event.defaultPrevented) return;
    event.preventDefault();
    if ("sent" in form.dataset) return;
    form.dataset.sent = "";
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    inTurn(() => send(form, form.action, fields));
  });

  /* The changes made on this page that stand, the latest last. */
  let made = [];
  function undo(its) {
    if (!content().dataset.undo) return false;
    inTurn(async () => {
      const change = its ?? made.at(-1);
      if (!change) return say("Nothing was changed on this page that could be undone.");
      const told = await post(content().dataset.undo, new URLSearchParams({ change }));
      if (!told.ok) return say(told.error, { wrong: true });
      made = made.filter((each) => each !== change);
      return renew("").then(() => say(told.said), () => location.reload());
    });
    return true;
  }

  /* What is half written is not left behind without a question. */
  addEventListener("beforeunload", (event) => {
    if (all("form[data-readtrack] textarea", content()).some(isTyped)) event.preventDefault();
  });
  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches?.("[data-at]") || target.open) return;
    const form = find("form", target);
    form.reset();
    form.elements.was.value = target.dataset.at;
  }, true);

  /* Menus close at a click beside them and by Escape, Datasette's too: our pages leave out its script for that. */
  document.addEventListener("click", (event) => {
    for (const menu of all(MENUS)) if (!menu.contains(event.target)) menu.open = false;
  });
  function close() {
    const open = find(MENUS) ?? document.activeElement.closest("details.rt-edit[open]");
    if (!open) return false;
    open.open = false;
    find("summary", open).focus();
    return true;
  }

  /* Facets that were folded stay folded on the next page. */
  const FOLDED = "readtrack-folded";
  const folded = () => new Set(JSON.parse(localStorage.getItem(FOLDED) ?? "[]"));
  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches?.(".rt-facet")) return;
    const names = folded();
    names[target.open ? "delete" : "add"](target.id);
    localStorage.setItem(FOLDED, JSON.stringify([...names]));
  }, true);

  /* Goes to the next paper, or the one before; without one, to the first that is in sight. */
  function move(steps) {
    const there = papers();
    const at = there.indexOf(paperAround(document.activeElement) ?? there.find((each) => each.tabIndex === 0));
    const inSight = there.findIndex((each) => each.getBoundingClientRect().top >= 0);
    const next = there[at < 0 ? Math.max(inSight, 0) : Math.min(Math.max(at + steps, 0), there.length - 1)];
    if (!next) return false;
    for (const each of there) each.tabIndex = each === next ? 0 : -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  const linkOf = (paper) => find("h2 a, h3 a, a", paper);
  const MARKED = { r: "read", s: "skimmed" };

  /* Presses what has this key: of the paper that has the focus, or of the page where papers are not listed. */
  function press(key) {
    if (!content().dataset.token) return false;
    const paper = paperAround(document.activeElement);
    if (!paper && papers().length) return say("No paper is chosen; j goes to the next one.");
    const within = paper ?? content();
    const target = find(`[data-key="${key}"]`, within);
    if (target?.matches("button")) target.form.requestSubmit(target);
    else if (target) {
      for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      target.focus();
    } else if (key in MARKED && find(`.rt-status.rt-is-${MARKED[key]}`, within)) say(`This is marked ${MARKED[key]} already.`);
    else if (paper && key === "n") location.assign(`${linkOf(paper).href}#rt-new-note`);
    else return false;
    return true;
  }

  function search() {
    const field = find("#rt-search");
    if (!field) return location.assign(content().dataset.search);
    field.focus();
    return field.select();
  }

  function enter() {
    const link = document.activeElement.matches("[data-paper]") && linkOf(document.activeElement);
    if (link) link.click();
    return Boolean(link);
  }

  const help = () => find("#rt-help").showModal();

  const KEYS = {
    "j": () => move(1), "k": () => move(-1), "r": () => press("r"), "s": () => press("s"), "n": () => press("n"), "u": () => undo(),
    "/": search, "?": help, "Enter": enter, "Escape": close,
  };
  // While the event goes down to its target, before Datasette 1.0, whose "/" opens a menu of its own.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.(`${FIELDS}, [contenteditable]`);
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || find("dialog[open]")) return;
    if ((typing && event.key !== "Escape") || !Object.hasOwn(KEYS, event.key) || KEYS[event.key]() === false) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  function prepare() {
    for (const paper of papers()) paper.tabIndex = -1;
  }

  prepare();
  for (const name of folded()) document.getElementById(name)?.removeAttribute("open");
  const keys = find(".rt-keys");
  if (keys) {
    keys.hidden = false;
    find("button", keys).addEventListener("click", help);
  }
})();
