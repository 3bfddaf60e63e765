// Composing an issue without reloading: forms are sent as they are, the answer replaces the composition, what was done is
// told in a live region and the focus stays. Entries are moved by keys and by dragging. Without this script the same forms work.
const live = document.getElementById("compose-live");

function composition() {
  return document.getElementById("composition");
}

async function send(form, button) {
  const body = new FormData(form, button);
  const open = [...composition().querySelectorAll("details[open] > summary[id]")].map((summary) => summary.id);
  composition().setAttribute("aria-busy", "true");
  let page;
  try {
    const answer = await fetch(button?.formAction || form.action, { method: "POST", body });
    if (answer.redirected && !new URL(answer.url).pathname.endsWith("/compose")) {
      location.assign(answer.url); // signed out, for instance
      return;
    }
    page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("composition");
  } catch {
    page = null;
  }
  if (!page) {
    composition().removeAttribute("aria-busy");
    HTMLFormElement.prototype.submit.call(form); // the browser says what is wrong
    return;
  }
  composition().replaceWith(document.adoptNode(page));
  for (const id of open) {
    const details = document.getElementById(id)?.closest("details");
    if (details) details.open = true;
  }
  const refused = page.querySelector(".govuk-error-summary");
  const focus = refused ?? page.querySelector("[autofocus]");
  if (refused) refused.tabIndex = -1;
  focus?.focus();
  const said = refused ?? document.getElementById("compose-said");
  live.textContent = said?.textContent.trim().replace(/\s+/g, " ") ?? "";
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-compose]") || form.dataset.plain) return;
  event.preventDefault();
  send(form, event.submitter);
});

function move(entry, section, position) {
  const form = document.getElementById("compose-move");
  form.elements.at.value = entry.dataset.entry;
  form.elements.section.value = section;
  form.elements.position.value = position;
  send(form, form.querySelector("button"));
}

function toSection(entry, step) {
  const target = Number(entry.dataset.entry.split(".")[0]) + step;
  const section = document.querySelector(`[data-section="${target}"]`);
  if (section) move(entry, target, step < 0 ? section.querySelectorAll("[data-entry]").length : 0);
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, textarea, select");
  if (event.ctrlKey && !event.shiftKey && event.key === "z" && !typing) {
    const undo = document.getElementById("undo");
    if (undo && !undo.disabled) {
      event.preventDefault();
      undo.click();
    }
    return;
  }
  const entry = event.target.closest?.("[data-entry]");
  const onHandle = event.target.matches("[data-handle]");
  if (!entry || typing || !["ArrowUp", "ArrowDown"].includes(event.key) || !(event.altKey || onHandle)) return;
  event.preventDefault();
  const step = event.key === "ArrowUp" ? -1 : 1;
  if (event.shiftKey) {
    toSection(entry, step);
  } else {
    document.getElementById(`${entry.id}-${step < 0 ? "up" : "down"}`)?.click();
  }
});

// Dragging: pointer events, so that fingers and pens work as well as the mouse.
let drag = null;

function targetOf(y, dragged) {
  const sections = [...document.querySelectorAll("[data-section]")];
  const section = sections.findLast((s) => s.getBoundingClientRect().top <= y) ?? sections[0];
  const others = [...section.querySelectorAll("[data-entry]")].filter((e) => e !== dragged);
  const before = others.findIndex((e) => y < e.getBoundingClientRect().top + e.getBoundingClientRect().height / 2);
  return { section, others, position: before < 0 ? others.length : before };
}

document.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest?.("[data-handle]");
  if (!handle || event.button !== 0) return;
  handle.setPointerCapture(event.pointerId);
  drag = { handle, entry: handle.closest("[data-entry]"), y: event.clientY, moved: false };
});

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  if (!drag.moved && Math.abs(event.clientY - drag.y) < 6) return;
  drag.moved = true;
  drag.entry.classList.add("compose-entry--dragged");
  document.querySelectorAll(".compose-entry--before, .compose-section--end").forEach((e) => e.classList.remove("compose-entry--before", "compose-section--end"));
  const { section, others, position } = targetOf(event.clientY, drag.entry);
  if (position < others.length) others[position].classList.add("compose-entry--before");
  else section.classList.add("compose-section--end");
  if (event.clientY < 60) scrollBy(0, -12);
  if (event.clientY > innerHeight - 60) scrollBy(0, 12);
});

function drop(event) {
  if (!drag) return;
  const { entry, moved } = drag;
  drag = null;
  entry.classList.remove("compose-entry--dragged");
  document.querySelectorAll(".compose-entry--before, .compose-section--end").forEach((e) => e.classList.remove("compose-entry--before", "compose-section--end"));
  if (!moved || event.type === "pointercancel") return;
  const { section, position } = targetOf(event.clientY, entry);
  if (entry.dataset.entry !== `${section.dataset.section}.${position}`) move(entry, section.dataset.section, position);
}

document.addEventListener("pointerup", drop);
document.addEventListener("pointercancel", drop);
