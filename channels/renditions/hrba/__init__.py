"""Ads as the Bundesagentur für Arbeit reads them (HR-BA-XML, FORMATS §2).

Its own schema lies behind a login: ours (`hrba.xsd`) is written from what is publicly known. Elements whose
code lists are not public (school degrees, languages, driving licences, kinds of application, regions) are
left out or come from the channel's settings; nothing is guessed.
"""
