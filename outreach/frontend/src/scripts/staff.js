// What every staff page does: the "/" key, menus that close, tabs, copy buttons. Pages work without it.
import { enhanceTabs } from "./tabs.js";

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable='true']");

function focusSearch(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const search = document.querySelector("[data-search]");
  const { searchUrl } = document.body.dataset;
  if (!search && !searchUrl) return;
  event.preventDefault();
  if (search) search.select();
  else location.assign(searchUrl);
}

function closeMenus(event) {
  const escaped = event.type === "keydown" && event.key === "Escape";
  if (event.type === "keydown" && !escaped) return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!escaped && menu.contains(event.target)) continue;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (escaped && hadFocus) menu.querySelector("summary").focus();
  }
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const said = button.querySelector(".kern-label") ?? button;
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    said.textContent = button.dataset.copied;
  } catch {
    // No permission: the text is selected, ready for Ctrl+C.
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
  }
}

document.addEventListener("keydown", focusSearch);
document.addEventListener("keydown", closeMenus);
document.addEventListener("click", closeMenus);
document.addEventListener("click", copy);
document.querySelectorAll("[data-tabs]:not(#panel [data-tabs])").forEach((tabs) => enhanceTabs(tabs));
document.querySelector("[data-focus]")?.focus();
if (location.hash === "#suche") document.querySelector("[data-search]")?.focus();
