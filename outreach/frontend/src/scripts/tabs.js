// Turns a list of links to sections into tabs. Without this the sections stand below each other.

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

function select(root, tab, { focus = false } = {}) {
  for (const other of root.querySelectorAll("[role='tab']")) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (focus) tab.focus();
  root.dispatchEvent(new CustomEvent("tabchange", { bubbles: true, detail: tab.getAttribute("aria-controls") }));
}

function onKey(root, event) {
  const tabs = [...root.querySelectorAll("[role='tab']")];
  const at = tabs.indexOf(event.target.closest("[role='tab']"));
  if (at < 0) return;
  let next = null;
  if (event.key in STEPS) next = (at + STEPS[event.key] + tabs.length) % tabs.length;
  if (event.key === "Home") next = 0;
  if (event.key === "End") next = tabs.length - 1;
  if (event.key === " ") next = at;
  if (next === null) return;
  event.preventDefault();
  select(root, tabs[next], { focus: true });
}

// `chosen` is the id of the section to open first.
export function enhanceTabs(root, chosen = null) {
  const list = root.querySelector(".o-tabs__list");
  const links = [...list.querySelectorAll("a")];
  list.setAttribute("role", "tablist");
  for (const link of links) {
    const panel = root.querySelector(link.hash);
    link.setAttribute("role", "tab");
    link.setAttribute("aria-controls", panel.id);
    link.id ||= `${panel.id}-tab`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", link.id);
    panel.tabIndex = 0;
  }
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role='tab']");
    if (!tab) return;
    event.preventDefault();
    select(root, tab, { focus: true });
  });
  list.addEventListener("keydown", (event) => onKey(root, event));
  root.classList.add("o-tabs--ready");
  const wanted = links.find((link) => link.hash === `#${chosen}`) ?? links.find((link) => link.hash === location.hash);
  select(root, wanted ?? links[0]);
}
