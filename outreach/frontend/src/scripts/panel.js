// The panel beside the text: replaced after each check without losing the reader's place in it.
import { Refused, post } from "./server.js";
import { enhanceTabs } from "./tabs.js";
import { say } from "./words.js";

const keyed = (panel) => [...panel.querySelectorAll("[data-key]")];
const byKey = (panel, key) => keyed(panel).find((element) => element.dataset.key === key);

function remember(panel) {
  const focused = panel.contains(document.activeElement) ? document.activeElement.closest("[data-key]") : null;
  return {
    tab: panel.querySelector("[role='tab'][aria-selected='true']")?.hash.slice(1) ?? panel.dataset.tab,
    top: panel.scrollTop,
    open: keyed(panel).filter((element) => element.open).map((element) => element.dataset.key),
    typed: keyed(panel).filter((element) => element.value).map((element) => [element.dataset.key, element.value]),
    focus: focused?.dataset.key ?? document.activeElement?.closest?.("[role='tab']")?.id,
    current: panel.querySelector(".o-finding[aria-current]")?.dataset.id,
  };
}

function restore(panel, state) {
  enhanceTabs(panel.querySelector("[data-tabs]"), state.tab);
  for (const key of state.open) byKey(panel, key)?.setAttribute("open", "");
  for (const [key, value] of state.typed) {
    const field = byKey(panel, key);
    if (field) field.value = value;
  }
  const focus = state.focus && (byKey(panel, state.focus) ?? document.getElementById(state.focus));
  (focus?.matches("details") ? focus.querySelector("summary") : focus)?.focus({ preventScroll: true });
  panel.scrollTop = state.top;
  highlight(panel, state.current, { reveal: false });
}

export function replacePanel(panel, html) {
  const state = remember(panel);
  panel.innerHTML = html;
  restore(panel, state);
}

// Show which card belongs to the place of the caret; `null` for none.
export function highlight(panel, id, { reveal = true } = {}) {
  for (const card of panel.querySelectorAll(".o-finding")) {
    const here = Boolean(id) && card.dataset.id === id;
    if (here === card.hasAttribute("aria-current")) continue;
    if (here) card.setAttribute("aria-current", "true");
    else card.removeAttribute("aria-current");
    if (here && reveal) scrollPanelTo(panel, card);
  }
}

// Only the panel moves, never the page under the person's hands.
function scrollPanelTo(panel, card) {
  if (getComputedStyle(panel).overflowY !== "auto" || !card.offsetParent) return;
  const box = panel.getBoundingClientRect();
  const place = card.getBoundingClientRect();
  const head = panel.querySelector(".o-tabs__list")?.offsetHeight ?? 0;
  if (place.top < box.top + head) panel.scrollTop += place.top - box.top - head - 12;
  else if (place.bottom > box.bottom) panel.scrollTop += Math.min(place.bottom - box.bottom + 12, place.top - box.top - head - 12);
}

async function decide(form, button, done) {
  const card = button.closest("[data-id]");
  const field = card.querySelector("textarea");
  const error = card.querySelector("[data-error]");
  const { id: finding, rule, quote } = card.dataset;
  const fields = field ? { finding, rule, quote, reason: field.value } : { finding };
  button.disabled = true;
  try {
    await post(form, button.formAction, fields);
    if (field) field.value = "";
    card.querySelector("details[open]")?.removeAttribute("open");
    done();
  } catch (problem) {
    error.textContent = problem instanceof Refused ? problem.message : say("unreachable");
    error.hidden = false;
    field?.focus();
  } finally {
    button.disabled = false;
  }
}

// `onReplace(id, index)`, `onInsert({insert, text})`, `onGoTo(id)`, `onShow({from, to})`, `onDecided()` are the editor's.
export function listen(panel, form, { onReplace, onInsert, onGoTo, onShow, onDecided }) {
  panel.addEventListener("click", (event) => {
    const { target } = event;
    const replacement = target.closest("[data-replacement]");
    const sentence = target.closest("[data-insert]");
    const decision = target.closest("[data-decide]");
    const card = target.closest(".o-finding");
    if (replacement) {
      onReplace(replacement.dataset.finding, Number(replacement.dataset.replacement));
    } else if (target.closest("[data-show]")) {
      onShow(target.closest("[data-show]").dataset);
    } else if (sentence) {
      onInsert(sentence.dataset);
    } else if (decision) {
      event.preventDefault();
      decide(form, decision, onDecided);
    } else if (target.closest("[data-goto]") || (card && !target.closest("a, button, summary, details, textarea, label"))) {
      if (!getSelection().toString()) onGoTo(card.dataset.id);
    }
  });
  panel.addEventListener("keydown", (event) => {
    // Enter in a reason must not send the whole form.
    if (event.key === "Enter" && event.ctrlKey && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.closest("[data-id]").querySelector("[data-decide]").click();
    }
  });
  enhanceTabs(panel.querySelector("[data-tabs]"), panel.dataset.tab);
}
