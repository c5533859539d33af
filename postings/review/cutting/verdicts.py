"""The words with which an ad turns people away, puts them last, or makes something a condition.

A sentence with one of these judges: what stands beside it is asked of the person, or held against them.
"""

from __future__ import annotations

_REFUSED = (
    r"\bunvereinbar\b",
    r"\b(?:verträgt|vertragen|vereinbaren|deckt|decken) sich\b[^.;]{0,40}\b(?:nicht|kaum|schlecht)\b",
    r"\b(?:außen vor|tabu|aussichtslos|chancenlos|unzulässig|untersagt|verboten|unangebracht|unpassend"
    r"|ungelegen)\b",
    r"\b(?:aus(?:ge)?sortier|abgelehnt|abgewiesen|zurückgewiesen|aus(?:ge)?sieb|hintan(?:ge)?stell)\w*",
    r"\b(?:lehnen|weisen|sortieren) wir\b[^.;]{0,60}\b(?:ab|zurück|aus)\W*$",
    r"\b(?:Papierkorb|Ablage P|Rundablage)\b",
    r"\ban (?:ihre|seine) Grenzen\b",
    r"\b(?:nachrangig|zweite Wahl|letzter? Stelle|hinten an(?:stellen)?|das Nachsehen|hintanstehen)\b",
    r"\bsehen wir\b[^.;]{0,30}\b(?:kritisch|skeptisch|ungern|mit Sorge|als Problem|als Nachteil)\b",
    r"\b(?:können wir uns|ist)\b[^.;]{0,40}\bschwer(?:lich)? (?:vorstellen|vorstellbar|vermittelbar)\b",
    r"\bkönn(?:en|te) (?:\w+ ){0,3}(?:verunsicher|abschreck|vergraul|irritier|befremd)\w*",
    r"\b(?:vergraul|verschreck|befremde)\w*",
    r"\b(?:auf|Auf)\b[^.;]{1,70}\b(?:verzichten wir|möchten wir verzichten|wollen wir verzichten)\b",
    r"\bwirk(?:t|en) sich (?:\w+ )?(?:negativ|nachteilig|ungünstig)\b",
    r"\bmindert? die (?:Eignung|Chance)\w*",
    r"\bnicht (?:gestattet|zulässig|vorstellbar|tragbar|denkbar|angebracht|vermittelbar|durchsetzbar"
    r"|gewünscht|gern gesehen)\b",
    r"\b(?:dulden|gewähren|kennen|wollen|mögen) wir\b[^.;]{0,25}\bnicht\b(?! (?:als|wissen))",
    r"\bräumen wir\b[^.;]{0,30}\bnicht ein\b",
    r"\b(?:lassen|lässt) (?:Sie|du)\b[^.;]{0,40}\b(?:zu Hause|daheim|draußen|vor der Tür|im Schrank"
    r"|in der Freizeit)\b",
    r"\bbleib(?:t|en)\b[^.;]{0,20}\b(?:draußen|vor der Tür|Privatsache|außen vor)\b",
    r"\b(?:fremd|ein Fremdwort|unbekannt)\W*$",
    r"\bliegt? nicht vor\b",
    r"\bliegen nicht vor\b",
    r"^\W*[Ff]rei von\b",
    r"\bunwohl\b",
    r"\bnicht klar ?kommen\b",
    r"\bkommen\b[^.;]{0,20}\bnicht (?:klar|mit|zurecht|hinterher)\b",
    r"\bnicht zu (?:suchen|bewerben)\b",
    r"\bgar nicht erst\b",
    r"\bvon vornherein\b",
    r"\b[Dd]auerhaft auszuschließen\b",
    # who would be better somewhere else, or is shut out in other words
    r"\b(?:an anderer Stelle|anderswo|woanders|anderweitig)\b|\b(?:schweren|keinen leichten) Stand\b",
    r"^\W*Gegen\b[^.;]{1,40}\bspr(?:icht|echen)\b|\bspr(?:icht|echen)\b[^.;]{0,40}\b(?:gegen|dagegen)\b",
    r"\b(?:lässt|lassen) sich\b[^.;]{0,60}\bnicht (?:besetzen|bewältigen|machen|leisten|schaffen|abdecken)\b",
    r"\büberlassen\b[^.;]{0,40}\banderen\b|\b(?:eher|lieber|besser) nicht\b",
    r"\bhalten\b[^.;]{0,40}\bnicht (?:durch|mit|aus|stand)\W*$|\bFremdkörper\b",
    r"\bbringen? (?:\w+ )?(?:Unruhe|Ärger|Streit|Probleme|Unfrieden)\b|\bgelten (?:\w+ ){0,3}als\b",
    r"\b(?:be)?fürchten wir\b|\b[Ww]ir (?:be)?fürchten\b|\bmachen\b[^.;]{0,30}\bzu viel\b",
    r"\btaugt (?:\w+ ){0,2}nicht\b|\b(?:verwehrt|verschlossen)\W*$|\bAbsage\b|\b(?:zweiten|letzten) Stapel\b",
    # what experience is said to teach about such people
    r"\b(?:hat sich gezeigt|zeigt sich|Erfahrung (?:lehrt|zeigt|sagt)|zeigt die Erfahrung)\b[^.;]*"
    r"\b(?:nicht|kein\w*|häufiger|schwer\w*|kaum|schlecht\w*|fehlen|ausfallen|überfordert|langsamer"
    r"|(?!unser|unter)un[a-zäöü]{5,})\b",
    r"\b(?:kündigen|fehlen|erkranken)\b[^.;]{0,20}\b(?:oft|öfter|schnell|bald|häufig|häufiger)\b"
    r"|\b(?:oft|öfter|schnell|bald|häufig|häufiger) (?:kündigen|fehlen|erkranken|ausfallen)\W*$",
)
_REQUIRED = (
    r"\bkomm(?:t|en)\b[^.;]{0,30}\bnicht (?:\w+ )?an\W*$|\büberforder(?:t|n)\b|\bvergeben wir\b",
    r"\bwird (?:hier |bei uns )?nicht ge\w+(?:t|en)\b",
    r"\bnicht (?:erst )?(?:zu (?:kommen|melden)|anzufangen|anzurufen|anzutreten)\b",
    r"\b[Hh]offentlich\b|\bverbinde[nt] (?:Sie|dich)\b|\buns (?:besonders|am) lieb(?:sten)?\b",
    r"^\W*Wir (?:beten|fasten|glauben|bekennen|essen|trinken|reden) ",
    r"\b(?:erschwert|erschweren|behindert|verhindert|gefährdet|gefährden) (?:den|die|das|unsere\w*)\b",
    r"\b(?:erkennen|akzeptieren|rechnen) wir\b[^.;]{0,30}\bnicht an\b",
    r"\b(?:genüg(?:t|en)|reich(?:t|en)) (?:uns |hier |dafür )?nicht\b",
    r"\b(?:allenfalls|höchstens|bestenfalls|notfalls)\b|\b(?:zumuten|zuzumuten)\b",
    r"\bnicht mit\b[^.;]{1,60}\bbesetz(?:t|bar|en)\b|\bkommen\b[^.;]{1,50}\bnicht klar\b",
    r"\b(?:können|dürfen|mögen) Sie (?:gern )?(?:zu Hause|daheim|nach Feierabend|in Ihrer Freizeit|privat)\b",
    r"\b[Uu]mso besser\b",
    r"\b[Ww]ir (?:bitten um|erbitten|fordern)\b|\berbeten\b",
    r"\b(?:unabdingbar|unverzichtbar|unumgänglich|unentbehrlich|verpflichtend|verbindlich)\b",
    r"\b(?:ist|sind|bleibt) (?:\w+ ){0,2}(?:Pflicht|Ehrensache|Grundlage|Gesetz|das A und O|ein Muss"
    r"|die Basis)\b",
    r"\b(?:Grund|Einstellungs|Zugangs|Mindest)(?:bedingung|voraussetzung)\w*",
    r"\bMust[ -][Hh]ave\b",
    r"\bverstehen? sich von selbst\b",
    r"\brunde(?:t|n)\b[^.;]{0,30}\bab\b",
    r"\bpunkten Sie\b",
    r"\bPluspunkte?\b",
    r"\bPunkte sammel\w*",
    r"\b(?:vorgezogen|Vorzug|vorziehen)\b",
    r"\bziehen wir\b[^.;]{0,20}\bvor\b",
    r"\bladen wir\b[^.;]{0,20}\b(?:zuerst|bevorzugt)\b",
    r"\bzeichne[nt] (?:Sie|dich)\b[^.;]{0,60}\baus\b",
    r"\b(?:Sie|[Dd]ich) zeichnen?t?\b",
    r"\bim Blut\b",
    r"\bin die Wiege\b",
    r"\b[Oo]hne\b[^.;]{1,60}\b(?:geht|läuft|klappt|funktioniert) (?:es |hier |bei uns )*(?:nicht|nichts"
    r"|gar nichts)\b",
    r"\b(?:Stelle|Ausschreibung|Anzeige|Angebot)\b[^.;]{0,20}\b(?:richtet sich|wendet sich"
    r"|ist für)\b[^.;]{0,60}\b(?:an|gedacht|gemacht|bestimmt)\b",
    r"\bkommt es (?:uns |hier |bei uns )?an\b",
    r"\b[Uu]ns fehlt\b",
    r"\b(?:auf|Auf)\b[^.;]{1,60}\b(?:legen|achten) wir\b",
    r"\b(?:ist|sind) (?:für uns|uns) (?:sehr |besonders )?wichtig\b",
    r"\bNichts geht über\b",
    r"\b(?:ist|sind) (?:für uns |hier )?entscheidend\b",
    r"\bschätzen wir (?:sehr|besonders)\b",
    r"\bsteht Ihnen gut\b",
    r"\bbelegen Sie\b",
    r"\bversteh(?:t|en) sich von selbst\b",
    r"\buntersagen wir\b",
    r"\bschadet\W*$",
    r"\büberzeugen (?:uns nicht|Sie uns)\b",
    r"\b[Bb]ei uns (?:arbeite[nt]|zähl(?:t|en)|schaff\w+|gehör(?:t|en)|komm(?:t|en))\b[^.;]{0,30}\b(?:nur"
    r"|ausschließlich|lediglich)\b",
)
_WISHED = (
    r"\b[Ww]ir besetzen\b|\b[Bb]esetzt wird\b|\bideale Besetzung\b|\b[Gg]efragt (?:ist|sind)\b",
    r"\bschweb(?:t|en)\b[^.;]{0,60}\bvor\W*$|\bstellen (?:wir )?uns\b[^.;]{0,60}\bvor\W*$",
    r"\b(?:sehen|hätten|nehmen|begrüßten) wir (?:besonders |sehr )?gern\b|\baufgepasst\b|\bmeldet euch\b",
    r"^\W*Den Zuschlag\b|^\W*(?:Traditionell|Seit jeher|Schon immer|Von jeher)"
    r" (?:arbeiten|leiten|machen|sind|ist|übernehmen|besetzen|stellen|gehört|gehören)\b"
    r"|^\W*[A-ZÄÖÜ]\w+ zuerst\W*$",
    r"\b(?:hier|bei uns)\b[^.;]{0,20}\bam wohlsten\b|\b(?:ein|das bessere) Händchen\b",
    r"\b(?:interessiert|wissen|sagen|[Aa]ngaben?|angeben|Auskunft|[Vv]erraten|[Vv]ermerken|[Ss]childern)\b"
    r"[^.;]{0,30}, ob (?:Sie|du)\b",
)
# How those are who are there already, and for whom the work is said to be.
_THERE = (
    r"^\W*(?:Viele|Die meisten|Fast alle|Alle|Einige|Manche|Mehrere|Die Hälfte)"
    r"(?: von uns| bei uns| hier| im Team| im Amt)? (?:sind|haben|leben|wohnen|kommen|waren|sprechen)\b",
    r"\bim (?:Team|Kollegium|Amt) (?:sind|ist|haben|hat|kommen)\b",
    r"^\W*(?:Der|Ein|Dieser|Das ist der|Genau der|Der richtige|Der ideale) (?:\w+ )?\w*[Jj]ob für\b",
    r"\b(?:[Mm]ini|[Nn]eben|[Ff]erien|[Aa]ushilfs|[Ss]aison)-?[Jj]ob für\b",
    r"\b[Dd]ann (?:sind Sie|bist [Dd]u) (?:unser|genau|der|die|das|wie)\w*\b",
    r"^\W*(?:Nun|Jetzt|Diesmal|Künftig|Demnächst) soll\b|^\W*Auf uns wartet\b",
    r"\bfragen wir (?:\w+ ){0,2}nach\b|\bachten wir (?:\w+ )?bei\b",
    r"\bstellen Sie\b[^.;]{0,30}\b(?:zurück|hintan|hinten an)\b",
    r"\b(?:ist|sind) (?:gut |bestens |bereits |schon |anderweitig )?"
    r"(?:versorgt|untergebracht|aus dem Haus)\b",
    r"\b(?:[Ff]reuen|[Ff]reu) (?:Sie sich|dich) auf\b|\bmöge\b|\b[Ww]ir leben\b|^\W*Nennen Sie\b",
    r"\bsetzen wir auf\b|\bnach oben\b[^.;]{0,60}\bbegrenzt\b|^\W*[Nn]ach oben\b",
    r"\bist jung, [^.;]{2,40}\bauch\b|\bwenig anfangen\b|\bgehen Sie mit\b",
    r"\binteressier(?:t|en) uns\b|\bmöchten? (?:\w+ )?wissen\b|\bauch wenn (?:Sie|du)\b|\bwie unter\b",
    r"\b(?:Nachfolge|Besetzung|Vertretung|Position)\b[^.;]{0,30}\b(?:soll|sollte)\b|\breicht es\b|\bknapp\b",
    # what is said of such people as a rule
    r"^\W*(?:Frauen|Männer|Damen|Herren|Singles|Alleinstehende|Ledige|Verheiratete|Geschiedene|Kinderlose"
    r"|Familienväter|Homosexuelle|Schwule|Lesben) (?:\w+ )?(?:brauchen|schaffen|schätzen|mögen|lieben|fehlen"
    r"|tun|können|passen|denken|reagieren|arbeiten|nehmen|halten)\b",
    r"\b(?:schaffen|vertragen|bewältigen|stemmen|packen) (?:Frauen|Männer|Ältere|Jüngere)\b",
    r"\bhalten\b[^.;]{0,20}\bselten\b|\bsprechen wir\b[^.;]*\ban\b|\b[Ww]ir sprechen\b[^.;]*\ban\W*$",
    r"^\W*Als (?:junge|jüngere|ältere|frische|frischer|junger)\w* [^.;,]{3,40} (?:Sie|du)\b",
    r"\bPflicht(?:feld|angabe)\b|\bgehör(?:t|en) in (?:den|die|das|Ihr\w*|dein\w*) "
    r"(?:Lebenslauf|Bewerbung|Anschreiben|Bogen)"
    r"|\bwurden Sie geboren\b|^\W*Welche\w* \w+ gehören Sie\b|\bandere nicht\b",
    r"\b(?:bearbeiten|prüfen|beantworten|sichten|öffnen) wir\b[^.;]{0,20}\bnicht\b"
    r"|^\W*(?:Ist|Sind|Liegt|Liegen|Besteht) bei (?:Ihnen|dir)\b",
    r"^\W*(?:Migrant\w*|Ausländer\w*|Polen|Türken|Rumänen)\b[^.;]{0,20}\b(?:arbeiten|reinigen|putzen|packen)\b",
    r"\breicht Ihnen\b|\bnicht (?:erlaubt|statthaft|auf Sie angewiesen)\b",
)
_ENGLISH = (
    r"\b[Yy]ou (?:are|have|must|should|speak|need|bring|hold)\b",
    r"\b(?:must|should) (?:be|have|hold|speak)\b",
    r"\b(?:required|requirement|preferred|essential|mandatory|is a must|ideally|desirable|only"
    r"|welcome only)\b",
    r"\b[Ww]e (?:are looking|look|seek|expect|require|prefer|want)\b",
    r"\b(?:Ideal|Successful|Suitable) candidates?\b",
    r"^\W*No\b",
)
VERDICTS = (*_REFUSED, *_REQUIRED, *_WISHED, *_THERE, *_ENGLISH)
