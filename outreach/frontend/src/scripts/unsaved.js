// Nothing typed is lost: leaving with unsaved changes warns, and saving brings the person back to the same place.

const KEEP = "ort"; // sessionStorage, this tab only: caret, scroll position and tab of the panel
const FRESH = 15000; // ms between saving and the page coming back

export function unsaved(view, form, panel) {
  const now = () => JSON.stringify([form.elements.title?.value ?? "", view.state.doc.toString()]);
  const saved = form.dataset.dirty === undefined ? now() : null;
  let sending = false;

  addEventListener("beforeunload", (event) => {
    if (!sending && now() !== saved) event.preventDefault();
  });
  form.addEventListener("submit", () => {
    sending = true;
    form.elements.text.value = view.state.doc.toString();
    const place = {
      path: location.pathname,
      at: Date.now(),
      head: view.state.selection.main.head,
      top: scrollY,
      tab: panel?.querySelector("[role='tab'][aria-selected='true']")?.hash.slice(1),
      typing: view.hasFocus,
    };
    sessionStorage.setItem(KEEP, JSON.stringify(place));
  });
  addEventListener("pageshow", () => {
    sending = false; // back from another page
  });
  return () => now() !== saved;
}

// Where the person was when saving, if it was just now and here.
export function placeBefore() {
  const place = JSON.parse(sessionStorage.getItem(KEEP) ?? "null");
  sessionStorage.removeItem(KEEP);
  return place && place.path === location.pathname && Date.now() - place.at < FRESH ? place : null;
}

export function returnTo(view, place) {
  if (!place) return;
  view.dispatch({ selection: { anchor: Math.min(place.head, view.state.doc.length) } });
  if (place.typing) view.contentDOM.focus({ preventScroll: true });
  scrollTo(0, place.top);
}
