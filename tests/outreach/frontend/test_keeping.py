"""Nothing typed is lost: saving, leaving, pasting, files, a server that is away."""

from __future__ import annotations

from playwright.sync_api import expect

EDITOR = ".cm-content"
STATUS = "[data-status]"
PASTE = """([html, text]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(".cm-content").dispatchEvent(event);
}"""


def text_of(page) -> str:
    return page.locator("textarea[name=text]").input_value()


def empty_editor(page):
    page.goto("/ausschreibungen/neu/")
    page.locator(EDITOR).click()
    return page


def test_saving_sends_the_text_of_the_editor(workplace):
    workplace.locator(EDITOR).click()
    workplace.keyboard.press("Control+End")
    workplace.keyboard.type("Ende gut")
    with workplace.expect_navigation():
        workplace.keyboard.press("Control+s")
    sent = workplace.request.get("/gesendet/").json()["sent"][-1]
    assert sent["action"] == "save" and sent["text"].endswith("Ende gut") and sent["base_version"] == "1"


def test_saving_brings_back_to_the_same_tab(workplace):
    workplace.get_by_role("tab", name="Fakten").click()
    with workplace.expect_navigation():
        workplace.keyboard.press("Control+s")
    expect(workplace.get_by_role("tab", name="Fakten")).to_have_attribute("aria-selected", "true")


def test_enter_in_the_title_saves_and_ignores_nothing(workplace):
    with workplace.expect_navigation():
        workplace.get_by_label("Titel").press("Enter")
    assert workplace.request.get("/gesendet/").json()["sent"][-1]["action"] == "save"


def test_leaving_with_changes_warns(workplace):
    asked = []
    workplace.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    workplace.goto("/ausschreibungen/1/")
    assert not asked
    workplace.locator(EDITOR).click()
    workplace.keyboard.type("neu")
    workplace.goto("/ausschreibungen/neu/")
    assert asked == ["beforeunload"]


def test_pasted_html_keeps_headings_and_lists(page):
    empty_editor(page).evaluate(PASTE, ["<h2>Aufgaben</h2><ul><li>Prüfen</li></ul>", "Aufgaben Prüfen"])
    expect(page.locator(".o-md-heading")).to_have_text("Aufgaben")
    assert text_of(page) == "## Aufgaben\n- Prüfen"


def test_refused_paste_comes_as_plain_text_with_the_reason(page):
    empty_editor(page).evaluate(PASTE, ["<p>zu groß</p>", "nur Text"])
    expect(page.locator(STATUS)).to_contain_text("zu viel auf einmal")
    page.trouble.clear()
    assert text_of(page) == "nur Text"


def test_a_file_is_read_in_and_its_title_taken(page):
    empty_editor(page)
    file = {"name": "anzeige.txt", "mimeType": "text/plain", "buffer": b"## Gelesen\n"}
    page.locator("[data-file]").set_input_files(file)
    expect(page.locator(".o-md-heading")).to_have_text("Gelesen")
    expect(page.get_by_label("Titel")).to_have_value("Aus der Datei")


def test_an_unreadable_file_says_what_to_do_and_keeps_the_text(workplace):
    before = text_of(workplace)
    file = {"name": "anzeige.docx", "mimeType": "application/octet-stream", "buffer": b"PK"}
    workplace.locator("[data-file]").set_input_files(file)
    expect(workplace.locator(STATUS)).to_contain_text("mit einem Passwort geschützt")
    workplace.trouble.clear()
    assert text_of(workplace) == before


def test_a_server_that_is_away_is_told_and_tried_again(workplace):
    workplace.locator(EDITOR).click()
    workplace.keyboard.press("Control+Home")
    workplace.keyboard.type("Fehler500 ")
    expect(workplace.locator(STATUS)).to_contain_text("antwortet gerade nicht")
    with workplace.expect_response("**/pruefen/"):  # by itself, three seconds later
        pass
    workplace.goto("about:blank")
    workplace.trouble.clear()  # the browser logs each 500 itself


def test_signing_in_again_elsewhere_does_not_stop_the_check_or_saving(workplace):
    """It makes the form's token worthless, as losing the cookie does; the page gets a new one by itself."""
    workplace.context.clear_cookies()
    workplace.locator(EDITOR).click()
    workplace.keyboard.press("Control+End")
    with workplace.expect_response(lambda answer: answer.ok and "weiter" in (answer.request.post_data or "")):
        workplace.keyboard.type("Danach weiter")
    with workplace.expect_navigation():
        workplace.keyboard.press("Control+s")
    sent = workplace.request.get("/gesendet/").json()["sent"][-1]
    assert sent["action"] == "save" and sent["text"].endswith("Danach weiter")
    workplace.trouble.clear()  # the browser logs the 403 itself


def test_works_without_javascript(browser, stub):
    context = browser.new_context(base_url=stub, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ausschreibungen/1/")
    page.get_by_role("textbox", name="Text").fill("Muttersprache Deutsch reicht.")
    page.get_by_role("button", name="Prüfen", exact=True).click()
    expect(page.locator(".o-finding")).to_have_count(1)
    expect(page.get_by_role("textbox", name="Text")).to_have_value("Muttersprache Deutsch reicht.")
    expect(page.get_by_text("Deutsch auf dem Niveau B2")).to_be_visible()
    expect(page.locator("[data-toolbar]")).to_be_hidden()
    context.close()


def test_slash_leads_to_the_search(workplace):
    with workplace.expect_navigation(url="**/ausschreibungen/#suche"):
        workplace.keyboard.press("/")


def test_a_menu_closes_by_escape_and_gives_the_focus_back(workplace):
    summary = workplace.locator(".o-menu--account summary")
    summary.click()
    expect(workplace.get_by_role("button", name="Abmelden")).to_be_visible()
    workplace.keyboard.press("Escape")
    expect(workplace.get_by_role("button", name="Abmelden")).to_be_hidden()
    expect(summary).to_be_focused()
