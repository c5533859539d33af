"""The attack suite: everything an outsider could try with what the service publishes, tried.

One module per attack; dropping a file in is all it takes. An attack has `NAME` (German msgid), `ABOUT` (what
it tries, one German sentence) and `attack(outlook) -> Found`. It reads what can be fetched (`Outlook`), never
the database; only the two about stolen files (`residue`, `hashes`) read files. Whether a claim is right is
decided elsewhere (`running.judging`), by somebody who knows the true counts.

    knowledge/   what follows from published tables: bounds, sums, linear programs
    running/     fetching over HTTP, the judge, the suite, the signed report
"""
