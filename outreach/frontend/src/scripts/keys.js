// Keys of the workplace. The same list stands in the dialog under "?".
import { applyFirst, openReplacements, walk } from "./replacements.js";

export const findingKeys = (apply, tell) => [
  { key: "F8", run: walk(1), shift: walk(-1), preventDefault: true },
  { key: "Ctrl-.", mac: "Mod-.", run: openReplacements(tell), preventDefault: true },
  { key: "Ctrl-Enter", mac: "Mod-Enter", run: applyFirst(apply, tell), preventDefault: true },
];

const inField = (target) => target.closest("input, textarea, select, [contenteditable='true']");

// Keys that work anywhere on the page.
export function pageKeys(view, form) {
  const dialog = document.getElementById("keys");
  document.querySelectorAll("[data-keys]").forEach((button) => button.addEventListener("click", () => dialog.showModal()));
  dialog?.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    if (dialog?.open || event.defaultPrevented) return;
    const save = form.querySelector("button[name=action][value=save]");
    if (event.key === "F8") walk(event.shiftKey ? -1 : 1)(view);
    else if (event.key === "s" && (event.ctrlKey || event.metaKey) && save) form.requestSubmit(save);
    else if (event.key === "?" && !inField(event.target)) dialog?.showModal();
    else return;
    event.preventDefault();
  });
}
