// Trying a score, made smoother: drafts kept on this device, clearing a mark, copying, printing.
// Every page works without this file; nothing here leaves the device.

const KEY = "ocop.score.drafts";
const TAB = "ocop.score.tab";
const MOST = 20;
const workspace = document.querySelector("#workspace");
const here = () => location.pathname.replace(/^\/en\//, "/") + location.search;
const sheetOf = (address) => address.split("/").slice(0, 4).join("/"); // day and set, whatever the step
const queryOf = (address) => address.split("?")[1] ?? "";
const marksOf = (address) => new URLSearchParams(queryOf(address)).get("m") ?? "";

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return []; // storage is off or holds something else: go on without drafts
  }
};

const write = (drafts) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(drafts.slice(0, MOST)));
  } catch {
    // storage is off or full: the link still holds everything
  }
};

// A page continues a draft only when it was reached from that draft: Back and reload keep its id in the history entry,
// a step within the sheet comes from a page of the same sheet. Anything else (the first page, a link opened in the
// same tab) begins a new draft, so that no draft is ever written over.
const tab = () => {
  try {
    return JSON.parse(sessionStorage.getItem(TAB));
  } catch {
    return null;
  }
};

const bindTab = (id) => {
  try {
    sessionStorage.setItem(TAB, JSON.stringify({ id, sheet: sheetOf(here()) }));
  } catch {
    // see write()
  }
  return id;
};

const find = (id) => read().find((one) => one.id === id);
const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 6);
const cameFromThisSheet = () => {
  if (!document.referrer) return false;
  const from = new URL(document.referrer);
  return from.origin === location.origin && sheetOf(from.pathname.replace(/^\/en\//, "/")) === sheetOf(here());
};

const draftOnArrival = () => {
  const bound = tab();
  if (history.state?.draft) return history.state.draft;
  if (bound?.sheet === sheetOf(here()) && cameFromThisSheet()) return bound.id;
  const same = read().find((one) => sheetOf(one.href) === sheetOf(here()) && queryOf(one.href) === queryOf(here()));
  return same?.id ?? newId();
};

let draftId = null; // the draft this page shows
let known; // what that draft held when this page last saw it

function arrive() {
  draftId = bindTab(draftOnArrival());
  known = find(draftId)?.href;
}

function save() {
  const status = document.querySelector("#score-status");
  if (!status) return;
  const stored = find(draftId)?.href;
  // Another tab went on with the same draft: what is marked here becomes a draft of its own.
  if (stored !== undefined && stored !== known) draftId = bindTab(newId());
  history.replaceState({ ...history.state, draft: draftId }, "");
  if (!marksOf(here())) return;
  const words = { name: status.dataset.name, status: status.textContent };
  write([{ id: draftId, href: here(), saved: Date.now(), ...words }, ...read().filter((one) => one.id !== draftId)]);
  known = here();
}

// Going back lands on an address from before the latest marks: take the marks along.
function catchUp() {
  const draft = find(draftId);
  if (!workspace || !draft || sheetOf(draft.href) !== sheetOf(here())) return false;
  if (queryOf(draft.href) === queryOf(here())) return false;
  draftId = null; // what this address holds is older: nothing of it is kept on the way out
  location.replace(`${location.pathname}?${queryOf(draft.href)}${location.hash}`);
  return true;
}

const timeOf = (draft) => {
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  return draft.saved ? words.format(draft.saved) : "";
};

function draftItem(draft, template) {
  const item = template.content.cloneNode(true);
  item.querySelector("a").href = (document.documentElement.lang === "en" ? "/en" : "") + draft.href;
  item.querySelector("b").textContent = draft.name;
  item.querySelector("a > span").textContent = [draft.status, timeOf(draft)].filter(Boolean).join(" · ");
  item.querySelector("button > span").textContent = ` ${draft.name}, ${timeOf(draft)}`;
  item.querySelector("button").addEventListener("click", () => {
    write(read().filter((one) => one.id !== draft.id));
    listDrafts();
  });
  return item;
}

function listDrafts() {
  const section = document.querySelector("#drafts");
  if (!section) return;
  const drafts = read();
  section.querySelectorAll("[data-drafts]").forEach((group) => {
    const wanted = drafts.filter((one) => marksOf(one.href).includes(".") === (group.dataset.drafts === "open"));
    const items = wanted.map((one) => draftItem(one, section.querySelector("template")));
    group.querySelector("ul").replaceChildren(...items);
    group.hidden = wanted.length === 0;
  });
  section.hidden = drafts.length === 0;
}

// The link to the same page in the other language must carry the latest marks.
const syncLanguage = () => document.querySelectorAll("a[hreflang]").forEach((link) => { link.search = location.search; });

function clearMark(event) {
  const button = event.target.closest("button[name=clear]");
  if (!button) return;
  event.preventDefault();
  const fieldset = button.closest("fieldset");
  fieldset.querySelectorAll("input[type=radio]").forEach((radio) => { radio.checked = false; });
  fieldset.querySelector("input[type=radio]").focus();
  fieldset.dispatchEvent(new Event("change", { bubbles: true }));
}

async function copyLink(button) {
  const words = button.querySelector("span");
  const before = words.textContent;
  await navigator.clipboard.writeText(location.href);
  words.textContent = button.dataset.done;
  setTimeout(() => { words.textContent = before; }, 2500);
}

const reveal = () => {
  document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; });
  document.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = !navigator.clipboard; });
};

let opened = new Set(); // which folds of the panel were open, across its renewals
document.addEventListener("htmx:beforeSwap", () => {
  opened = new Set([...document.querySelectorAll("#panel details[open]")].map((fold) => fold.dataset.keep));
});
document.addEventListener("htmx:afterSettle", () => {
  document.querySelectorAll("#panel details").forEach((fold) => { fold.open ||= opened.has(fold.dataset.keep); });
  reveal();
  syncLanguage();
  save();
});
document.addEventListener("click", (event) => {
  clearMark(event);
  if (event.target.closest("a[hreflang]")) syncLanguage();
  const copy = event.target.closest("[data-copy]");
  if (copy) copyLink(copy);
  if (event.target.closest("[data-print]")) print();
});
// Left between the new address and the renewal of the panel: the mark is in the address, so it is kept all the same.
window.addEventListener("pagehide", () => {
  if (workspace && draftId && here() !== known) save();
});
window.addEventListener("pageshow", (event) => {
  if (workspace) {
    const cameBack = event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward";
    arrive();
    if (cameBack && catchUp()) return;
  }
  listDrafts();
  reveal();
  syncLanguage();
  if (workspace) save();
});
