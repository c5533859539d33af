// The sentences of the editor come from the page (`<script type="application/json" id="editor-words">`), so that
// they are translated with all other texts. `{name}` is filled in.

let words = null;

function load() {
  const source = document.getElementById("editor-words");
  words = source ? JSON.parse(source.textContent) : {};
}

export function say(key, values = {}) {
  if (!words) load();
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// CodeMirror's own English words in the page's language.
export function phrases() {
  if (!words) load();
  return words.phrases ?? {};
}
