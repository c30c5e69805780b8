"""The words with which a body says what it decided, per outcome. Data for `outcome.py`."""

import re

ADOPTED, AGREED, REJECTED, HELD, NOTED, OTHER, NONE = (
    "vastgesteld", "aangenomen", "verworpen", "aangehouden", "ter_kennisname", "overig", "geen",
)  # fmt: skip


def _any(*patterns: str) -> re.Pattern:
    return re.compile("|".join(patterns), re.IGNORECASE)


WITHDRAWN = _any(
    r"\bingetrokken\b(?! beleid)", r"\b(?:is|zijn|komt te) verval(?:len)?\b", r"\bagendapunt (?:is )?verval",
    r"\btrekt [^.]{0,60}\bin\b", r"\bniet in stemming (?:gebracht|genomen)\b",
    r"\bniet in behandeling genomen\b",
    r"\bniet ingediend\b", r"\bhaalt? [^.]{0,60}\bvan tafel\b", r"^vervallen\b",
)  # fmt: skip
TIE = _any(
    r"\bstak(?:en|ten|ing|ende)\b[^.]{0,40}\bstemmen\b",
    r"\bstemmen\b[^.]{0,20}\bstak(?:en|ten)\b",
    r"\bstaking van stemmen\b",
)
SECOND_TIME = _any(
    r"\bstak\w+\b[^.]{0,40}\b(?:opnieuw|wederom|weer|nogmaals|tweede (?:maal|keer))\b(?! gestemd"
    r"| in stemming)",
    r"\b(?:opnieuw|wederom|weer|nogmaals)\b[^.]{0,15}\bstak\w+", r"\btweede stemming\b",
)  # fmt: skip
# What the body reports of its own decision. The first of these that stands in the text counts.
REPORTED: tuple[tuple[str, re.Pattern], ...] = (
    (HELD, _any(
        r"\baangehouden\b", r"\baan te houden\b", r"\buitgesteld\b", r"\buit te stellen\b",
        r"\bgeschorst tot\b",
        r"\bvan de agenda (?:gehaald|afgevoerd|genomen|af)\b", r"\bafgevoerd\b", r"\bdoorgeschoven\b",
        r"\bverdaagd\b",
        r"\bbesluit(?:vorming)? (?:wordt |is )?(?:opgeschort|verschoven|uitgesteld)\b",
        r"\bhoudt? [^.]{0,60}\baan\b",
        r"\bhaalt? [^.]{0,60}\bvan de agenda\b", r"\b(?:verschoven|verplaatst|doorgeschoven) naar\b",
        r"\bop te schorten\b", r"\bopgeschort\b", r"\bdoor te schuiven\b", r"\bgeen besluit te nemen\b",
        r"\bschuif?(?:t|ven)\b[^.]{0,60}\bdoor\b",
        r"\bpar(?:keert|keren)\b[^.]{0,60}\b(?:tot|motie|voorstel)\b",
        r"\bgeparkeerd\b", r"^\W*(?:aanhouden|uitstellen|verdagen|doorschuiven)\b",
        r"\bterug naar het college\b", r"\bpraat [^.]{0,40}\bverder\b",
        r"\bkomt (?:het|dit) (?:onderwerp|voorstel|stuk|punt|agendapunt)\b[^.]{0,40}\bterug\b",
        r"\b(?:onderwerp|voorstel|stuk|agendapunt) komt (?!in stemming)[^.]{0,40}\bterug\b", r"\boanhâlden\b",
        r"\b(?:stuk|voorstel) (?:is |wordt )?teruggenomen\b", r"\bstelt? [^.]{0,60}\buit\b",
    )),
    (REJECTED, _any(
        r"\bverworpen\b", r"\bafgewezen\b", r"\bgeweigerd\b", r"\bweggestemd\b", r"\bverwerpt\b",
        r"\bweigert\b",
        r"\bniet (?:aangenomen|akkoord|ingestemd|toegekend|verleend|gesteund)\b", r"\bstemt? niet in\b",
        r"\bwijst? [^.]{0,60}\baf\b", r"\bhaal(?:t|de) het niet\b", r"\bgeen meerderheid\b",
        r"\bonvoldoende steun\b", r"\bvan tafel\b", r"\bte verwerpen\b", r"\bferwurpen\b", r"\bôfstimd\b",
        r"\bweigerden?\b", r"\balleen (?:de )?(?:indieners?|indienende)\b[^.]{0,40}\b(?:voor|vóór|steun)\w*",
        r"(?:^|[.\n]\s*)geen medewerking\b",
        r"\bwerkt? niet mee\b", r"\bmedewerking (?:wordt )?geweigerd\b", r"\bafgekeurd\b",
    )),
    (NOTED, _any(
        r"\b(?:voor|ter) kennis(?:geving|name|neming)\b(?! aan (?:de raad|te bieden))",
        r"\bkennis ?genomen\b",
        r"\bneemt? (?:\w+ ){0,2}kennis\b", r"\bnemen (?:\w+ )?kennis\b", r"\bkennis te nemen\b",
        r"\bkennis ?nemen\b",
        r"\bter kennis genomen\b", r"\bde raad waardeert\b",
    )),
    (OTHER, _any(
        r"\bbrief (?:wordt|is) (?:\w+ ){0,4}(?:verzonden|verstuurd|gestuurd)\b",
        r"\bals (?:hamer|bespreek)(?:stuk|punt)\b",
        r"\b(?:hamer|bespreek)stuk (?:in|voor|naar) de (?:volgende )?raad\w*\b",
        r"\badviseert\b", r"\badvies(?:eren)? (?:is )?(?:positief|negatief|verdeeld)\b",
        r"\bte agenderen (?:voor|in|op)\b",
        r"\b(?:komt?|keert) (?:\w+ ){0,3}terug (?:in|op|naar) de (?:agenda|commissie|raad|volgende)\b",
        r"\bterug op de agenda\b", r"\bterug naar de (?:commissie|raad)\b",
        r"\bzienswijze (?:wordt |is )?(?:\w+ )?ingediend\b", r"\bdient [^.]{0,40}\bzienswijze in\b",
        r"\brijp voor (?:behandeling|besluitvorming)\b",
        r"\b(?:kan|mag|gaat) (?:\w+ )?(?:door )?naar de (?:gemeente)?raad\b",
        r"\bgereed voor (?:besluitvorming|behandeling)\b", r"\bgeagendeerd voor\b", r"\bterugverwezen\b",
        r"\bdoorgeleid naar de raad\b", r"\bgaat [^.]{0,40}\bnaar de (?:gemeente)?raad\b", r"\bbesluitrijp\b",
    )),
    (ADOPTED, _any(
        r"\bvast ?gesteld\b", r"\bvast te stellen\b", r"\bstel(?:t|len|de) (?:[^.]{0,90} )?vast\b",
        r"\bfêststeld\b",
        r"\bvaststellen\b",
    )),
    (AGREED, _any(
        r"\baangenomen\b", r"\boannommen\b", r"\bgeeft [^.]{0,80}\baf\b", r"\bgaat [^.]{0,40}\bakkoord\b",
        r"\bgaat [^.]{0,40}\bmee accoord\b", r"\baccoord\b", r"\bmachtigt\b",
        r"\bteken(?:t|en)\b [^.]{0,40}(?:overeenkomst|convenant|contract)\b",
        r"\b(?:ontheffing|vergunning|toestemming|medewerking)\b[^.]{0,20}\bgegeven\b",
        r"\bafgegeven\b", r"\bingestemd\b", r"\bstem(?:t|men|de|den) (?:\w+ ){0,3}in\b",
        r"\bneemt? (?![^.]*\bkennis)[^.]{0,80}\baan\b",
        r"\b(?:her)?benoemd\b", r"\bbenoemt\b", r"\baangewezen\b", r"\bverleend\b", r"\bverleent\b",
        r"\btoegekend\b", r"\bkent [^.]{0,60}\btoe\b",
        r"\btoegelaten\b", r"\blaat [^.]{0,40}\btoe\b(?! om)", r"\bgaat (?:\w+ )?akkoord\b",
        r"\bis akkoord\b", r"\bzijn akkoord\b", r"^\W*akkoord\b",
        r"\bakkoord bevonden\b", r"\bgegund\b", r"\bgoedgekeurd\b", r"\bkeurt [^.]{0,60}\bgoed\b",
        r"\bgesteund\b",
        r"\bkreeg (?:ook )?steun\b", r"\bhaalde het\b", r"\bbeveelt\b[^.]{0,80}\baan\b",
        r"\bbeschikbaar gesteld\b",
        r"\bsteunden? dat\b", r"\bbekrachtigd\b", r"\bovergenomen\b", r"\bneemt [^.]{0,60}\bover\b",
        r"\bmoet(?:en)? volgens de raad\b", r"\btoestemming gegeven\b",
        r"\bwerkt? (?:\w+ ){0,3}mee\b", r"\bstel(?:t|len|de) [^.]{0,60}\bbeschikbaar\b",
        r"\bwordt uitgevoerd\b", r"\bgekozen\b(?! (?:is|tijdens))",
    )),
)  # fmt: skip
# Says that it was decided as proposed, but not what.
AS_PROPOSED = _any(
    r"\bconform\b", r"\bhamerstuk\b", r"\bmet algemene stemmen\b", r"\bunaniem\b",
    r"\bzonder (?:hoofdelijke )?stemming\b",
    r"\bbesloten\b", r"\bovereenkomstig\b", r"\bbij acclamatie\b", r"^\W*(?:akkoord|ja)\b",
)  # fmt: skip
# What stands right before a result and makes it no result of this item.
NOT_OURS = _any(
    r"\bnog niet\b[^.,]{0,14}$", r"\bals\b[^.,]{0,40}$", r"\bindien\b[^.,]{0,40}$", r"\bnog geen\b",
    r"\bop een later moment\b",
    r"\bnam de raad\b", r"\bis eerder\b", r"\bwerd (?:in|vorig|eerder)\b",
    r"\bverzoek (?:om|tot)\b[^.,]{0,30}$",
    r"\bvraagt (?:om|de|het)\b[^.,]{0,40}$", r"\bonder voorbehoud\b",
)  # fmt: skip
COUNCIL_DECIDES = _any(
    r"\braadsvoorstel\b", r"\baan te bieden aan de raad\b", r"\baan de raad aan te bieden\b",
    r"\bde raad (?:voor te stellen|voorstellen|voor stellen)\b",
    r"\baan de raad voor te (?:leggen|stellen)\b",
    r"\bde raad te (?:adviseren|verzoeken)\b", r"\bter besluitvorming\b[^.;]{0,30}\braad\b",
    r"\braadsvoorstel\b[^.;]{0,60}\baan te bieden\b",
)  # fmt: skip
PASSES_ON = _any(
    r"\bin handen te stellen\b",
    r"\bzienswijze\b[^.;]{0,60}\bin te (?:dienen|brengen|sturen)\b", r"\bte beantwoorden\b",
    r"\bbeantwoording\b[^.;]{0,40}\bvast te stellen\b",
    r"\b\w*(?:brief|antwoord|antwoorden|reactie)\b[^.;]{0,40}\bte (?:ver)?(?:zenden|sturen)\b",
)  # fmt: skip
INFORM = _any(
    r"^\W*\d*\W*(?:de raad|raad|de raads\w+)\b[^.;]{0,70}\b(?:te )?(?:informeren|vertellen|berichten"
    r"|bij te praten|op de hoogte te stellen)\b",
    r"\binformatiebrief aan de raad\b",
    r"^\W*\d*\W*(?:de raad|raad) [^.;]{0,40}\b(?:brief|memo)\b[^.;]{0,20}\bte (?:sturen|zenden)\b",
)  # fmt: skip
INFINITIVE = _any(
    r"\bte \w+n\b",
    r"\b(?:instemmen|vaststellen|verlenen|toekennen|benoemen|meewerken|kennis ?nemen|afwijzen|weigeren"
    r"|voorstellen|beschikbaar stellen)\b",
    r"\b(?:opleggen|afgeven|verstrekken|indienen|uitvoeren|ondertekenen|aangaan|starten|beëindigen|aankopen"
    r"|verkopen|verhuren|toestaan|aanwijzen|intrekken|voortzetten|uitbreiden|publiceren|gunnen|aanhouden"
    r"|afzien|ter inzage leggen|vrijgeven|invoeren)\W*$",
    r"^\W*\d*\W*(?:akkoord|conform)\b",
)  # fmt: skip
HOLD_WISH = _any(
    r"\bop te schorten\b",
    r"\bdoor te schuiven\b",
    r"\bgeen besluit te nemen\b",
    r"^\W*aanhouden\b",
    r"\baan te houden\b",
    r"\buit te stellen\b",
    r"\bvan de agenda\b",
    r"\bverdagen\b",
)
REJECT_WISH = _any(
    r"\bte weigeren\b", r"\bte verwerpen\b", r"\baf te wijzen\b", r"\bafwijzen\b", r"\bniet (?:mee|in) te\b",
    r"\bniet meewerken\b", r"\bgeen medewerking\b",
    r"^\W*\d*\W*(?:geen|niet)\b(?! (?:bezwaar|gebruik|zienswijze))[^.;]{0,60}\bte \w+n\b",
    r"\bniet toe te\b", r"\bniet te (?:verlenen|honoreren|steunen)\b", r"\bongegrond te verklaren\b",
    r"\bweigeren\b", r"\bniet in te stemmen\b",
)  # fmt: skip
ADOPT_WISH = _any(r"\bvast te stellen\b", r"\bvaststellen\b", r"\btoe te passen\b")
SETTLE_AGENDA = _any(
    r"\bgaa[tn] akkoord met (?:de )?(?:\w+ )?(?:agenda|werkwijze)",
    r"\bakkoord met (?:de )?agenda\b",
    r"\bmaakt de agenda definitief\b",
)
UNCHANGED = _any(
    r"^\W*(?:on)?gewijzigd\b", r"\bzonder (?:wijziging\w*|opmerkingen)\b", r"\bakkoord\b", r"\bconform\b",
    r"\bgoedgekeurd\b",
    r"\bongewijzigd\b",
)  # fmt: skip
AGENDA_CHANGED = _any(
    r"\b(?:toegevoegd|vervalt|afgevoerd|van de agenda|als hamerstuk|bespreekstuk|ander\w+ volgorde)\b"
)
RETURNS = _any(r"\bkomt? [^.]{0,60}\bterug\b")
MINUTES = re.compile(
    r"\b(?:besluitenlijst(?:en)?|verslag(?:en)?|notulen|agenda|toezeggingenlijst|besluiten|videoverslag"
    r"|lijst)\b",
    re.IGNORECASE,
)
