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

  const said = document.createElement("p");
  said.id = "rt-said";
  said.setAttribute("role", "status");
  document.body.append(said);
  let silence;
  function say(text, wrong = false) {
    clearTimeout(silence);
    said.textContent = text;
    said.classList.toggle("rt-wrong", wrong);
    silence = setTimeout(() => { said.textContent = ""; }, wrong ? 12000 : 6000);
  }

  /* What a form, and any other element, is called both on this page and on its renewed copy. */
  function formName(form) {
    if (!form) return "";
    const hidden = all("input[type=hidden]", form).filter((field) => !["token", "back"].includes(field.name));
    return [form.getAttribute("action"), ...hidden.map((field) => field.value)].join(" ");
  }
  function nameOf(element) {
    const own = element.id || ["name", "value", "href", "data-column"].map((name) => element.getAttribute(name)).join(" ");
    return [paperAround(element)?.dataset.paper, formName(element.form ?? element.closest("form")), element.tagName, own].join("\n");
  }
  const named = (selector) => new Map(all(selector, content()).map((element) => [nameOf(element), element]));

  const isTyped = (field) => field.options
    ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.value !== field.defaultValue;

  /* What somebody sees and types now, but for the form that was sent; and the same put back into a renewed page. */
  function remember(sent) {
    const fields = [...named(FIELDS)].filter(([, field]) => formName(field.form) !== sent && isTyped(field));
    const active = document.activeElement;
    const paper = paperAround(active);
    return {
      typed: fields.map(([name, field]) => [name, field.value]),
      open: [...named("details:not(.rt-menu)")].map(([name, details]) => [name, details.open]),
      focus: content().contains(active) ? nameOf(active) : null,
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
    for (const [name, value] of typed) if (fields.has(name)) fields.get(name).value = value;
    // The button may be gone with what it did: then its menu or its paper has the focus, or the paper that moved up.
    const there = papers().find((each) => each.dataset.paper === paper) ?? (at < 0 ? null : papers()[Math.min(at, papers().length - 1)]);
    const next = named(FOCUSABLE).get(focus) ?? (menu && there ? find(".rt-menu > summary", there) : there);
    if (focus && next) next.focus({ preventScroll: true });
    if (cursor && cursor[0] !== null && next === document.activeElement && next.matches("textarea, input")) {
      next.setSelectionRange(...cursor);
    }
    scrollTo(scrolled[0], scrolled[1]);
    const aside = find(".rt-aside");
    if (aside) aside.scrollTop = scrolled[2] ?? 0;
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

  async function send(form, url, fields) {
    const sent = formName(form);
    let told;
    try {
      const headers = { Accept: "application/json", "X-Readtrack-Token": content().dataset.token };
      told = await (await fetch(url, { method: "POST", body: fields, headers })).json();
    } catch {
      told = { error: "The library does not answer. Is it still being served? Load the page again to see what it holds." };
    }
    delete form.dataset.sent;
    if (!told.ok) return say(told.error, true);
    return renew(sent).then(() => say(told.said), () => location.reload());
  }

  // One after the other, so that quick keys lose nothing; and a form that is under way is not sent twice.
  let sending = Promise.resolve();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-readtrack]") || event.defaultPrevented) return;
    event.preventDefault();
    if ("sent" in form.dataset) return;
    form.dataset.sent = "";
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    sending = sending.then(() => send(form, form.action, fields));
  });

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

  /* Presses what has this key: of the paper that has the focus, or of the page where papers are not listed. */
  function press(key) {
    const within = paperAround(document.activeElement) ?? (papers().length ? null : content());
    const target = within && find(`[data-key="${key}"]`, within);
    if (!target) return false;
    if (target.matches("button")) target.form.requestSubmit(target);
    else {
      for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      target.focus();
    }
    return true;
  }

  function search() {
    const field = find("#rt-search");
    if (!field) return location.assign(content().dataset.search);
    field.focus();
    return field.select();
  }

  function enter() {
    const link = document.activeElement.matches("[data-paper]") && find("h2 a, h3 a, a", document.activeElement);
    if (link) link.click();
    return Boolean(link);
  }

  const help = () => find("#rt-help").showModal();

  const KEYS = {
    "j": () => move(1), "k": () => move(-1), "r": () => press("r"), "s": () => press("s"), "n": () => press("n"),
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
