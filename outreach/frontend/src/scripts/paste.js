// Text from outside: HTML from the clipboard (Word, a web page) and whole files, turned into our text by the server.
import { EditorView } from "@codemirror/view";
import { Refused, post } from "./server.js";
import { say } from "./words.js";

function insert(view, text) {
  const clean = text.replace(/^\n+|\n+$/g, "");
  view.dispatch(view.state.replaceSelection(clean), { scrollIntoView: true, userEvent: "input.paste" });
}

async function pasteHtml(view, form, html, plain, tell) {
  tell(say("pasting"), { busy: true });
  try {
    const answer = await post(form, form.dataset.pasteUrl, { html });
    insert(view, answer.text.trim() ? answer.text : plain);
    tell(say("pasted"));
  } catch (error) {
    insert(view, plain);
    tell(error instanceof Refused ? error.message : say("pastedPlain"), { alarm: error instanceof Refused });
  }
}

export function pasting(form, tell) {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const data = event.clipboardData;
      const html = data?.getData("text/html");
      if (!html || view.state.readOnly || !form.dataset.pasteUrl) return false;
      event.preventDefault();
      pasteHtml(view, form, html, data.getData("text/plain"), tell);
      return true;
    },
    drop: (event) => Boolean(event.dataTransfer?.files.length), // taken by `dropping` below
  });
}

// Read a file: its text takes the place of the whole text, which one Ctrl+Z brings back.
async function readFile(view, form, file, tell) {
  const fields = new FormData();
  fields.append("file", file);
  tell(say("reading", { name: file.name }), { busy: true });
  try {
    const answer = await post(form, form.dataset.uploadUrl, fields);
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: answer.text },
      selection: { anchor: 0 },
      userEvent: "input.file",
    });
    const title = form.elements.title;
    if (title && !title.value.trim() && answer.title) title.value = answer.title;
    view.focus();
    tell(say("read", { name: file.name }));
  } catch (error) {
    tell(error instanceof Refused ? error.message : say("unreadable", { name: file.name }), { alarm: true });
  }
}

export function files(view, form, area, tell) {
  const input = form.querySelector("[data-file]");
  if (!form.dataset.uploadUrl || !input) return;
  form.querySelector("[data-file-button]").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files.length) readFile(view, form, input.files[0], tell);
    input.value = "";
  });
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  area.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    area.classList.add("o-drop");
  });
  area.addEventListener("dragleave", (event) => {
    if (!area.contains(event.relatedTarget)) area.classList.remove("o-drop");
  });
  area.addEventListener("drop", (event) => {
    area.classList.remove("o-drop");
    if (!hasFiles(event)) return;
    event.preventDefault();
    readFile(view, form, event.dataTransfer.files[0], tell);
  });
}
