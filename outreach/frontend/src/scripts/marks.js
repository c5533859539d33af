// The findings of the last check, kept at their places while the text changes under them.
import { setDiagnostics } from "@codemirror/lint";
import { StateEffect, StateField } from "@codemirror/state";

const replaceMarks = StateEffect.define();
const LINT_SEVERITY = { must: "error", should: "warning", hint: "info" };

function moved(mark, changes) {
  const actions = mark.actions.map((action) => movedAction(action, changes));
  return { ...mark, from: changes.mapPos(mark.from, 1), to: changes.mapPos(mark.to, -1), actions };
}

// A replacement whose words were typed over is no longer safe to apply: null until the next check.
function movedAction(action, changes) {
  if (!action || action.edits.some((edit) => changes.touchesRange(edit.from, edit.to))) return null;
  const edits = action.edits.map((edit) => ({
    insert: edit.insert,
    from: changes.mapPos(edit.from, 1),
    to: changes.mapPos(edit.to, -1),
  }));
  return { ...action, edits };
}

export const marksField = StateField.define({
  create: () => [],
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(replaceMarks)) return effect.value;
    if (!transaction.docChanged) return marks;
    return marks.map((mark) => moved(mark, transaction.changes)).filter((mark) => mark.from < mark.to);
  },
});

export const findMark = (state, id) => state.field(marksField).find((mark) => mark.id === id);

// The shortest finding around the position: inside a long sentence the word counts.
export function markAt(state, position) {
  return state
    .field(marksField)
    .filter((mark) => mark.from <= position && position <= mark.to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))[0];
}

// The next finding after (1) or before (-1) the selection, round the end.
export function neighbour(state, direction) {
  const sorted = [...state.field(marksField)].sort((a, b) => a.from - b.from || a.to - b.to);
  const { from, to } = state.selection.main;
  const ahead =
    direction > 0
      ? sorted.find((mark) => mark.from > from || (mark.from === from && mark.to > to))
      : sorted.findLast((mark) => mark.from < from || (mark.from === from && mark.to < to));
  return ahead ?? (direction > 0 ? sorted[0] : sorted.at(-1));
}

function message(mark) {
  const box = document.createElement("div");
  const title = document.createElement("strong");
  title.textContent = mark.title;
  const text = document.createElement("p");
  text.textContent = mark.message;
  box.append(title, text);
  return box;
}

function diagnostic(mark, apply) {
  return {
    from: mark.from,
    to: mark.to,
    severity: LINT_SEVERITY[mark.severity] ?? "info",
    markClass: `o-mark o-mark--${mark.severity}`,
    message: `${mark.title}. ${mark.message}`,
    renderMessage: () => message(mark),
    actions: mark.actions.slice(0, 4).map((action, index) => ({
      name: action.label,
      apply: (view) => apply(view, mark.id, index),
    })),
  };
}

// Show what a check found. Places beyond the text (it was cut meanwhile) are left out.
export function showMarks(view, marks, apply) {
  const length = view.state.doc.length;
  const here = marks.filter((mark) => mark.from < mark.to && mark.to <= length);
  const spec = setDiagnostics(view.state, here.map((mark) => diagnostic(mark, apply)));
  view.dispatch({ ...spec, effects: [spec.effects ?? []].flat().concat(replaceMarks.of(here)) });
}
