// Ready sentences for what is missing. Each has its place in the text, which moves while the text changes.
import { StateEffect, StateField } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { say } from "./words.js";

const PLACEHOLDER = /\[[^\]\n]+\]/;
const setPlaces = StateEffect.define();

export const placesField = StateField.define({
  create: () => new Map(),
  update(places, transaction) {
    for (const effect of transaction.effects) if (effect.is(setPlaces)) return effect.value;
    if (!transaction.docChanged) return places;
    return new Map([...places].map(([id, place]) => [id, transaction.changes.mapPos(place, 1)]));
  },
});

// The panel was just written for the text as it is now.
export function readPlaces(view, panel) {
  const buttons = [...panel.querySelectorAll("[data-insert]")];
  const { length } = view.state.doc;
  const places = buttons.map(({ dataset }) => [dataset.insert, Math.min(Number(dataset.at), length)]);
  view.dispatch({ effects: setPlaces.of(new Map(places)) });
}

// What was done, in words; nothing if it was not. The first thing to fill in is selected, so that typing replaces it.
export function insertSentence(view, { insert: id, text }, tell) {
  const from = view.state.field(placesField).get(id);
  if (from === undefined || view.state.readOnly) {
    tell(say("stale"));
    return "";
  }
  const gap = PLACEHOLDER.exec(text);
  const anchor = from + (gap ? gap.index : text.trimEnd().length);
  view.dispatch({
    changes: { from, insert: text },
    selection: { anchor, head: gap ? anchor + gap[0].length : anchor },
    effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    userEvent: "input.sentence",
  });
  if (!matchMedia("(pointer: coarse)").matches) view.focus();
  const done = say(gap ? "fillIn" : "inserted");
  tell(done);
  return done;
}
