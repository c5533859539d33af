"""The workplace in a real browser, against the stub server's review of five words."""

from __future__ import annotations

from playwright.sync_api import expect

EDITOR = ".cm-content"
STATUS = "[data-status]"


def text_of(page) -> str:
    """The text as the form would send it."""
    return page.locator("textarea[name=text]").input_value()


def card(page, words: str):
    return page.locator(".o-finding", has_text=words)


def caret_to_start(page) -> None:
    page.locator(EDITOR).click()
    page.keyboard.press("Control+Home")


def test_marks_tell_severity_by_shape(workplace):
    must = workplace.locator(".o-mark--must").first
    assert must.evaluate("e => getComputedStyle(e).textDecorationStyle") == "wavy"
    should = workplace.locator(".o-mark--should").first
    assert should.evaluate("e => getComputedStyle(e).textDecorationStyle") == "dashed"


def test_marks_lie_on_their_words_behind_an_emoji(workplace):
    expect(workplace.locator(".o-mark--must", has_text="Muttersprache Deutsch")).to_have_count(1)


def test_markdown_signs_are_shown_as_form(workplace):
    shown = workplace.locator(EDITOR).inner_text()
    assert "##" not in shown and "**" not in shown and "•Anträge prüfen" in shown
    assert "## Das erwartet Sie" in text_of(workplace)


def test_a_click_replaces_and_one_undo_brings_it_back(workplace):
    card(workplace, "Muttersprache").get_by_role("button", name="Deutsch auf dem Niveau B2").click()
    assert "**Deutsch auf dem Niveau B2** und hohe" in text_of(workplace)
    expect(card(workplace, "Muttersprache")).to_have_count(0)
    workplace.keyboard.press("Control+z")
    assert "**Muttersprache Deutsch**" in text_of(workplace)
    expect(card(workplace, "Muttersprache")).to_have_count(1)


def test_what_was_done_stays_readable_beside_the_answer_of_the_check(workplace):
    card(workplace, "Menschen beraten").get_by_role("button", name="weglassen").click()
    assert "Menschen" not in text_of(workplace)
    said = workplace.locator(STATUS)
    expect(said).to_contain_text("Bis zur Freigabe offen")
    expect(said).to_contain_text("Weggelassen. Mit Strg+Z holen Sie es zurück.")
    caret_to_start(workplace)
    workplace.keyboard.type("Neu: ")
    expect(said).not_to_contain_text("Weggelassen")


def test_a_ready_sentence_goes_to_its_place_even_if_the_text_moved(workplace):
    workplace.get_by_role("tab", name="Pflichtangaben").click()
    caret_to_start(workplace)
    workplace.route("**/pruefen/", lambda route: None)  # the check never answers: the place must move along
    workplace.keyboard.type("Neu: ")
    workplace.get_by_role("button", name="Einfügen").click()
    assert "- Menschen beraten\n- 3.780 Euro im Monat\n\n## Das bringen" in text_of(workplace)
    workplace.keyboard.press("Control+z")
    assert "3.780" not in text_of(workplace)


def test_a_ready_sentence_can_be_copied(workplace):
    workplace.context.grant_permissions(["clipboard-read", "clipboard-write"])
    workplace.get_by_role("tab", name="Pflichtangaben").click()
    workplace.get_by_role("button", name="Kopieren").click()
    workplace.wait_for_function(
        "async () => (await navigator.clipboard.readText()) === '3.780 Euro im Monat'"
    )


def test_typing_rechecks_after_a_pause_and_moves_the_marks(workplace):
    caret_to_start(workplace)
    workplace.keyboard.type("Muttersprache Deutsch, ")
    expect(card(workplace, "Muttersprache")).to_have_count(2)
    expect(workplace.locator(STATUS)).to_contain_text("3 Muss-Hinweise")


def test_a_replacement_waits_if_its_words_were_typed_over(workplace):
    workplace.route("**/pruefen/", lambda route: None)  # the check never answers
    workplace.locator(".o-mark--must", has_text="engagierten").dblclick()
    workplace.keyboard.type("neuen")
    before = text_of(workplace)
    card(workplace, "engagierten").locator("[data-replacement]").first.click()
    assert text_of(workplace) == before
    expect(workplace.locator(STATUS)).to_contain_text("geändert")


def test_stale_answers_are_dropped(workplace):
    caret_to_start(workplace)
    workplace.keyboard.type("x")
    workplace.wait_for_timeout(650)
    workplace.keyboard.type("Anträge ")
    expect(card(workplace, "„Anträge“")).to_have_count(2)


def test_panel_keeps_tab_details_reason_and_focus(workplace):
    ignore = card(workplace, "Belastbarkeit")
    ignore.get_by_text("Ignorieren …").click()
    ignore.get_by_label("Warum passt").fill("gehört zur Stelle")
    reason = ignore.get_by_label("Warum passt")
    reason.focus()
    with workplace.expect_response("**/pruefen/"):
        workplace.evaluate("document.querySelector('[data-command=list]').click()")
        reason.focus()
    workplace.wait_for_timeout(100)
    expect(card(workplace, "Belastbarkeit").get_by_label("Warum passt")).to_have_value("gehört zur Stelle")
    workplace.wait_for_function("() => document.activeElement.matches('#panel textarea')")
    workplace.get_by_role("tab", name="Fakten").click()
    with workplace.expect_response("**/pruefen/"):
        workplace.locator("[data-command=list]").click()
    expect(workplace.get_by_role("tab", name="Fakten")).to_have_attribute("aria-selected", "true")


def test_tabs_move_by_arrow_keys(workplace):
    workplace.get_by_role("tab", name="Hinweise").focus()
    workplace.keyboard.press("ArrowRight")
    expect(workplace.get_by_role("tabpanel", name="Pflichtangaben")).to_be_visible()
    workplace.keyboard.press("End")
    expect(workplace.get_by_role("tabpanel", name="Verlauf")).to_be_visible()
    workplace.keyboard.press("ArrowRight")
    expect(workplace.get_by_role("tabpanel", name="Hinweise")).to_be_visible()


def test_keys_walk_findings_open_and_apply(workplace):
    caret_to_start(workplace)
    workplace.keyboard.press("F8")
    expect(card(workplace, "„engagierten")).to_have_attribute("aria-current", "true")
    workplace.keyboard.press("F8")
    workplace.keyboard.press("Shift+F8")
    expect(card(workplace, "„engagierten")).to_have_attribute("aria-current", "true")
    workplace.keyboard.press("Control+.")
    expect(workplace.locator(".o-replacements button")).to_be_focused()
    workplace.keyboard.press("Escape")
    expect(workplace.locator(EDITOR)).to_be_focused()
    workplace.keyboard.press("Control+Enter")
    assert "engagierte Person für die Sachbearbeitung für die" in text_of(workplace)


def test_no_replacement_is_said_not_guessed(workplace):
    card(workplace, "Belastbarkeit").locator("[data-goto]").click()
    workplace.keyboard.press("Control+Enter")
    expect(workplace.locator(STATUS)).to_contain_text("keinen sicheren Vorschlag")


def test_clicking_a_card_selects_its_place(workplace):
    card(workplace, "Belastbarkeit").locator("[data-goto]").click()
    workplace.wait_for_function("() => getSelection().toString() === 'Belastbarkeit'")
    expect(workplace.locator(EDITOR)).to_be_focused()


def test_ignoring_needs_a_reason_and_can_be_taken_back(workplace):
    ignore = card(workplace, "„Anträge“")
    ignore.get_by_text("Ignorieren …").click()
    ignore.get_by_role("button", name="Mit diesem Grund").click()
    expect(ignore.get_by_role("alert")).to_have_text("Bitte nennen Sie einen Grund.")
    workplace.trouble.clear()  # the browser logs the 400 itself
    ignore.get_by_label("Warum passt").fill("Fachwort")
    ignore.get_by_role("button", name="Mit diesem Grund").click()
    expect(ignore.get_by_text("Fachwort")).to_be_visible()
    expect(workplace.locator(".o-mark--hint")).to_have_count(0)
    ignore.get_by_role("button", name="Zurücknehmen").click()
    expect(workplace.locator(".o-mark--hint")).to_have_count(1)


def test_help_lists_the_keys(workplace):
    workplace.get_by_role("button", name="Tastenkürzel zeigen").click()
    expect(workplace.get_by_role("dialog").get_by_text("zum nächsten Hinweis")).to_be_visible()
    workplace.get_by_role("button", name="Schließen").click()
    expect(workplace.get_by_role("dialog")).to_have_count(0)


def test_enter_continues_a_list_and_ends_it(workplace):
    workplace.locator(".cm-line", has_text="Menschen beraten").click()
    workplace.keyboard.press("End")
    workplace.keyboard.press("Enter")
    workplace.keyboard.type("Bescheide")
    assert "- Menschen beraten\n- Bescheide\n" in text_of(workplace)
    workplace.keyboard.press("Enter")
    workplace.keyboard.press("Enter")
    assert "- Bescheide\n\n" in text_of(workplace)


def test_toolbar_makes_headings_lists_and_bold(workplace):
    workplace.locator(".cm-line", has_text="Wir suchen").click()
    workplace.get_by_role("button", name="Überschrift").click()
    assert "\n## Wir suchen" in text_of(workplace)
    workplace.get_by_role("button", name="Liste").click()
    assert "\n- Wir suchen" in text_of(workplace)
    workplace.locator(".cm-line", has_text="Menschen beraten").click()
    workplace.keyboard.press("Home")
    workplace.keyboard.press("Shift+End")
    workplace.get_by_role("button", name="Fett").click()
    assert "- **Menschen beraten**" in text_of(workplace)


def test_read_only_for_people_who_cannot_edit(page):
    page.goto("/ausschreibungen/1/?mode=approve")
    page.locator(EDITOR).click()
    page.keyboard.type("Hallo")
    assert "Hallo" not in text_of(page)
    expect(page.locator(".o-mark--must")).to_have_count(2)
    expect(card(page, "Muttersprache").locator("[data-replacement]").first).to_be_disabled()


def test_home_and_typing_go_behind_the_sign_of_a_list(workplace):
    workplace.locator(".cm-line", has_text="Menschen beraten").click()
    workplace.keyboard.press("Home")
    workplace.keyboard.type("Viele ")
    workplace.keyboard.press("Home")
    workplace.keyboard.press("Backspace")
    assert "\nViele Menschen beraten\n" in text_of(workplace)


def test_no_serious_finding_of_axe(workplace):
    from axe_playwright_python.sync_playwright import Axe

    for width in (1280, 320):
        workplace.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(workplace).response["violations"]
        assert not [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]
        assert workplace.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough(workplace):
    small = workplace.evaluate(
        """() => [...document.querySelectorAll("main a, main button, main summary, header a, header summary")]
        .filter((e) => e.offsetParent && e.checkVisibility())
        .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, box]) => box.height && (box.height < 24 || box.width < 24)).map(([name]) => name)"""
    )
    assert small == []
