"""Asks a running LibreOffice what its LanguageTool client finds, through our server.

Run by the Python that has LibreOffice's bridge (Debian: python3-uno), not by the project's own:
    libreoffice_client.py PORT http://127.0.0.1:8000/v2 "Wir suchen einen Bewerber."
where an office was started with --accept="socket,host=127.0.0.1,port=PORT;urp;".
Prints JSON: [{"start", "length", "comment", "suggestions"}], in UTF-16 units.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

_NODE = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"


def connect(port):
    """The office's context; it needs some seconds to start."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _attempt in range(120):
        try:
            return resolver.resolve(address)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def use_server(context, base_url):
    """What a person does under Tools > Options > Language Settings > LanguageTool Server."""
    node = PropertyValue()
    node.Name, node.Value = "nodepath", _NODE
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (node,)
    )
    for key, value in (("BaseURL", base_url), ("IsEnabled", True), ("SSLCertVerify", False)):
        try:
            access.setPropertyValue(key, value)
        except Exception as problem:  # a newer key that this version lacks
            print(f"{key}: {problem!r}", file=sys.stderr)
    access.commitChanges()


def proofread(context, text):
    """What the office would underline."""
    checker = context.ServiceManager.createInstanceWithContext(
        "org.openoffice.lingu.LanguageToolGrammarChecker", context
    )
    result = checker.doProofreading("1", text, Locale("de", "DE", ""), 0, len(text), ())
    return [
        {
            "start": error.nErrorStart,
            "length": error.nErrorLength,
            "comment": error.aShortComment,
            "suggestions": list(error.aSuggestions),
        }
        for error in result.aErrors
    ]


if __name__ == "__main__":
    office = connect(sys.argv[1])
    use_server(office, sys.argv[2])
    print(json.dumps(proofread(office, sys.argv[3])))
