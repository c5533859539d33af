// Going to findings, and putting replacements in their place: one step each, undone by one Ctrl+Z.
import { EditorSelection, StateEffect, StateField } from "@codemirror/state";
import { EditorView, showTooltip } from "@codemirror/view";
import { findMark, markAt, neighbour } from "./marks.js";
import { say } from "./words.js";

export function goTo(view, mark, { focus = true } = {}) {
  view.dispatch({
    selection: EditorSelection.range(mark.from, mark.to),
    effects: EditorView.scrollIntoView(mark.from, { y: "center" }),
    userEvent: "select.finding",
  });
  if (focus) view.focus();
}

// What was done, in words; nothing if it was not. `tell` shows a sentence in the status line.
export function applyReplacement(view, id, index, tell) {
  const action = findMark(view.state, id)?.actions[index];
  if (!action || view.state.readOnly) {
    tell(say("stale"));
    return "";
  }
  const changes = view.state.changes(action.edits);
  const first = Math.min(...action.edits.map((edit) => edit.from));
  const place = changes.mapPos(first, -1);
  view.dispatch({
    changes,
    selection: { anchor: place },
    effects: [EditorView.scrollIntoView(place, { y: "nearest", yMargin: 120 }), closeMenu.of(null)],
    userEvent: "input.replacement",
  });
  if (!matchMedia("(pointer: coarse)").matches) view.focus();
  const isGone = action.edits.every((edit) => !edit.insert);
  const done = isGone ? say("leftOut") : say("replaced", { text: action.label });
  tell(done);
  return done;
}

export const walk = (direction) => (view) => {
  const mark = neighbour(view.state, direction);
  if (mark) goTo(view, mark);
  return true;
};

const openMenu = StateEffect.define();
const closeMenu = StateEffect.define();

function menuDom(view, mark, apply) {
  const dom = document.createElement("div");
  dom.className = "o-replacements";
  dom.setAttribute("role", "group");
  dom.setAttribute("aria-label", say("replacements"));
  mark.actions.forEach((action, index) => {
    if (!action) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.label;
    button.addEventListener("click", () => apply(view, mark.id, index));
    dom.append(button);
  });
  if (!dom.children.length) dom.append(Object.assign(document.createElement("p"), { textContent: say("noReplacement") }));
  dom.addEventListener("keydown", (event) => onMenuKey(view, dom, event));
  return dom;
}

function onMenuKey(view, dom, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    const buttons = [...dom.querySelectorAll("button")];
    buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length]?.focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    view.dispatch({ effects: closeMenu.of(null) });
    view.focus();
  } else {
    return;
  }
  event.preventDefault();
}

export const replacementMenu = (apply) =>
  StateField.define({
    create: () => null,
    update(tooltip, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(closeMenu)) return null;
        if (effect.is(openMenu)) return tooltipFor(effect.value, apply);
      }
      return transaction.docChanged || transaction.selection ? null : tooltip;
    },
    provide: (field) => showTooltip.from(field),
  });

function tooltipFor(mark, apply) {
  return {
    pos: mark.from,
    above: false,
    create: (view) => {
      const dom = menuDom(view, mark, apply);
      return { dom, mount: () => dom.querySelector("button")?.focus({ preventScroll: true }) };
    },
  };
}

export const openReplacements = (tell) => (view) => {
  const mark = markAt(view.state, view.state.selection.main.head);
  if (mark) view.dispatch({ effects: openMenu.of(mark) });
  else tell(say("noFindingHere"));
  return true;
};

export const applyFirst = (apply, tell) => (view) => {
  const mark = markAt(view.state, view.state.selection.main.head);
  if (!mark) tell(say("noFindingHere"));
  else if (!mark.actions.length) tell(say("noReplacement"));
  else apply(view, mark.id, 0);
  return true;
};
