// The workplace of an ad: puts a CodeMirror editor in the place of the text field and keeps text, findings and panel
// together. Without this script the page is a form with a text field and a "Prüfen" button.
import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
import { checker } from "./check.js";
import { insertSentence, placesField, readPlaces } from "./inserts.js";
import { findingKeys, pageKeys } from "./keys.js";
import { continueList, markdown, toWords, toggleBold, toggleLine } from "./markdown.js";
import { findMark, markAt, marksField, showMarks } from "./marks.js";
import { highlight, listen, replacePanel } from "./panel.js";
import { files, pasting } from "./paste.js";
import { applyReplacement, goTo, replacementMenu } from "./replacements.js";
import { placeBefore, returnTo, unsaved } from "./unsaved.js";
import { phrases } from "./words.js";

const form = document.querySelector("form[data-editor]");
if (form) start();

// A title that was read from the text follows it; one that somebody wrote stays.
function followTitle(form, read) {
  const field = form.elements.title;
  if (!field || read === undefined) return;
  if (field.value === (form.dataset.readTitle ?? "")) field.value = read;
  form.dataset.readTitle = read;
}

function start() {
  const area = form.querySelector("textarea[name=text]");
  const panel = document.getElementById("panel");
  const tell = statusLine(form);
  const checkNow = (done) => done && check?.now(done);
  const apply = (view, id, index) => checkNow(applyReplacement(view, id, index, tell));
  const view = new EditorView({
    doc: area.value,
    extensions: [...extensions(area, tell, apply), EditorView.updateListener.of(onUpdate)],
  });
  area.before(view.dom);
  area.hidden = true;
  form.querySelectorAll(`label[for="${area.id}"]`).forEach((label) => {
    label.addEventListener("click", () => view.focus());
  });

  const url = form.dataset.checkUrl;
  const text = () => view.state.doc.toString();
  const fields = () => ({ title: form.elements.title?.value ?? "", text: text() });
  const show = (answer) => {
    showMarks(view, answer.marks, apply);
    if (panel) {
      replacePanel(panel, answer.panel);
      readPlaces(view, panel);
    }
    followTitle(form, answer.title);
  };
  const check = url ? checker({ form, url, fields, show, tell }) : null;

  const place = placeBefore();
  if (panel) {
    if (place?.tab) panel.dataset.tab = place.tab;
    readPlaces(view, panel);
    listen(panel, form, {
      onReplace: (id, index) => apply(view, id, index),
      onInsert: (sentence) => checkNow(insertSentence(view, sentence, tell)),
      onGoTo: (id) => {
        const mark = findMark(view.state, id);
        if (mark) goTo(view, mark);
      },
      onShow: ({ from, to }) => {
        const { length } = view.state.doc;
        goTo(view, { from: Math.min(Number(from), length), to: Math.min(Number(to), length) });
      },
      onDecided: () => check?.now(),
    });
  }
  const first = document.getElementById("marks");
  if (first) showMarks(view, JSON.parse(first.textContent), apply);
  else if (text().trim()) check?.now();
  if (!area.readOnly) {
    files(view, form, form.querySelector(".o-work__text"), tell);
    unsaved(view, form, panel);
    toolbar(view);
  }
  pageKeys(view, form);
  returnTo(view, place);

  function onUpdate(update) {
    if (update.docChanged) {
      area.value = text();
      check?.soon();
    }
    if (panel && (update.selectionSet || update.docChanged)) {
      const mark = view.hasFocus ? markAt(update.state, update.state.selection.main.head) : null;
      if (mark || view.hasFocus) highlight(panel, mark?.id);
    }
  }
}

function extensions(area, tell, apply) {
  const label = document.querySelector(`label[for="${area.id}"]`);
  const nonce = document.querySelector("meta[name=csp-nonce]")?.content;
  return [
    nonce ? EditorView.cspNonce.of(nonce) : [],
    EditorState.phrases.of(phrases()),
    EditorState.readOnly.of(area.readOnly),
    EditorView.contentAttributes.of({
      "aria-label": label?.dataset.label ?? label?.textContent.trim() ?? "",
      "aria-describedby": area.getAttribute("aria-describedby") ?? "",
      "aria-readonly": String(area.readOnly),
      autocapitalize: "sentences",
      autocorrect: "on",
      lang: "de",
      spellcheck: "true",
    }),
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => ({ top: 64, bottom: 96 })), // toolbar and status bar lie over the text
    history(),
    drawSelection(),
    highlightSpecialChars({ addSpecialChars: /[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/ }),
    placeholder(area.placeholder),
    search({ top: true }),
    markdown,
    marksField,
    placesField,
    replacementMenu(apply),
    area.readOnly ? [] : pasting(form, tell),
    keymap.of([
      ...findingKeys(apply, tell),
      ...(area.readOnly ? [] : [{ key: "Enter", run: continueList }, { key: "Mod-b", run: toggleBold }]),
      { key: "Home", run: toWords(false), shift: toWords(true), preventDefault: true },
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ];
}

// One line says what is going on; screen readers hear it, too.
function statusLine() {
  const line = document.querySelector("[data-status]");
  return (sentence, { busy = false, alarm = false } = {}) => {
    if (!line || !sentence) return;
    line.textContent = sentence;
    line.toggleAttribute("data-busy", busy);
    line.toggleAttribute("data-alarm", alarm);
  };
}

function toolbar(view) {
  const commands = {
    heading: toggleLine("## "),
    list: toggleLine("- "),
    bold: toggleBold,
    undo: (target) => undo(target) && target.focus(),
    redo: (target) => redo(target) && target.focus(),
  };
  document.querySelector("[data-toolbar]")?.addEventListener("click", (event) => {
    commands[event.target.closest("[data-command]")?.dataset.command]?.(view);
  });
}
