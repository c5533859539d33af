// Our Markdown subset as a word processor shows it: headings large, bullets as bullets, bold as bold.
// The signs themselves (`## `, `- `, `**`) stay in the text, are not shown, and are deleted like one character.
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";

const HEADING = /^(#{1,4}) /;
const BULLET = /^(\s*)[-*•] /;
const BOLD = /\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g;

class Bullet extends WidgetType {
  eq() {
    return true;
  }

  toDOM() {
    const dom = document.createElement("span");
    dom.className = "o-md-bullet";
    dom.textContent = "•";
    return dom;
  }
}

const hidden = Decoration.replace({});
const bullet = Decoration.replace({ widget: new Bullet() });
const bold = Decoration.mark({ class: "o-md-bold" });
const headingLine = (level) => Decoration.line({ class: `o-md-heading o-md-heading--${level}` });
const bulletLine = Decoration.line({ class: "o-md-item" });

function decorateLine(line, add) {
  const heading = HEADING.exec(line.text);
  const item = BULLET.exec(line.text);
  if (heading) {
    add(line.from, line.from, headingLine(heading[1].length));
    add(line.from, line.from + heading[0].length, hidden);
  } else if (item) {
    add(line.from, line.from, bulletLine);
    add(line.from, line.from + item[0].length, bullet);
  }
  for (const match of line.text.matchAll(BOLD)) {
    const start = line.from + match.index;
    const end = start + match[0].length;
    add(start, start + 2, hidden);
    add(start + 2, end - 2, bold);
    add(end - 2, end, hidden);
  }
}

function decorate(view) {
  const builder = new RangeSetBuilder();
  const signs = new RangeSetBuilder();
  const add = (from, to, decoration) => {
    builder.add(from, to, decoration);
    if (decoration === hidden || decoration === bullet) signs.add(from, to, decoration);
  };
  let done = -1; // a long line can reach into two visible ranges
  for (const { from, to } of view.visibleRanges) {
    for (let position = from; position <= to; ) {
      const line = view.state.doc.lineAt(position);
      if (line.from > done) decorateLine(line, add);
      done = line.from;
      position = line.to + 1;
    }
  }
  return { decorations: builder.finish(), signs: signs.finish() };
}

const styled = ViewPlugin.fromClass(
  class {
    constructor(view) {
      Object.assign(this, decorate(view));
    }

    update(update) {
      if (update.docChanged || update.viewportChanged) Object.assign(this, decorate(update.view));
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

// Where a line's words begin: behind `## ` or `- `.
const wordsStart = (line) => line.from + (HEADING.exec(line.text)?.[0] ?? BULLET.exec(line.text)?.[0] ?? "").length;

// Home goes to the first word, and what is typed before a sign that is not shown lands behind it.
export const toWords = (extend) => (view) => {
  const { main } = view.state.selection;
  const boundary = view.moveToLineBoundary(main, false).head;
  const head = Math.max(boundary, wordsStart(view.state.doc.lineAt(boundary)));
  view.dispatch({ selection: { anchor: extend ? main.anchor : head, head }, scrollIntoView: true, userEvent: "select" });
  return true;
};

const typeBehindSign = EditorView.inputHandler.of((view, from, to, text) => {
  const start = wordsStart(view.state.doc.lineAt(from));
  if (from !== to || from >= start || view.state.readOnly) return false;
  view.dispatch({ changes: { from: start, insert: text }, selection: { anchor: start + text.length }, userEvent: "input.type" });
  return true;
});

export const markdown = [
  styled,
  typeBehindSign,
  EditorView.atomicRanges.of((view) => view.plugin(styled)?.signs ?? Decoration.none),
];

function selectedLines(state) {
  const { from, to } = state.selection.main;
  const lines = [];
  for (let position = from; position <= to; ) {
    const line = state.doc.lineAt(position);
    lines.push(line);
    position = line.to + 1;
  }
  return lines;
}

// Put a sign before every selected line, or take it away if all have it.
export const toggleLine = (sign) => (view) => {
  const lines = selectedLines(view.state);
  const all = lines.every((line) => line.text.startsWith(sign));
  const changes = lines.map((line) => {
    return { from: line.from, to: wordsStart(line), insert: all ? "" : sign };
  });
  view.dispatch({ changes, userEvent: "input.format" });
  view.focus();
  return true;
};

export const toggleBold = (view) => {
  const { main } = view.state.selection;
  const { doc } = view.state;
  const from = Math.max(main.from, wordsStart(doc.lineAt(main.from)));
  const to = Math.max(main.to, from);
  const isBold = doc.sliceString(from - 2, from) === "**" && doc.sliceString(to, to + 2) === "**";
  const changes = isBold
    ? [{ from: from - 2, to: from }, { from: to, to: to + 2 }]
    : [{ from, insert: "**" }, { from: to, insert: "**" }];
  const shift = isBold ? -2 : 2;
  if (from < to) view.dispatch({ changes, selection: { anchor: from + shift, head: to + shift }, userEvent: "input.format" });
  view.focus();
  return true;
};

// Enter in a list starts the next item; in an empty item it ends the list.
export function continueList(view) {
  const { state } = view;
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const item = BULLET.exec(line.text);
  if (!item || !main.empty || main.head < line.from + item[0].length) return false;
  if (line.text.trim().length === 1) {
    view.dispatch({ changes: { from: line.from, to: line.to }, userEvent: "delete" });
  } else {
    const insert = `\n${item[0]}`;
    view.dispatch({
      changes: { from: main.head, insert },
      selection: { anchor: main.head + insert.length },
      scrollIntoView: true,
      userEvent: "input",
    });
  }
  return true;
}
