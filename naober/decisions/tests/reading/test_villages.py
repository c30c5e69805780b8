import pytest

from .paper import read_item

# title, text, the villages that it concerns
VILLAGES = [
    ("Onderwerp twee", "De heer Brunsting (CDA) vraagt naar de weg.", ""),
    ("Onderwerp twee", "Mevrouw A. Witteveen spreekt in.", ""),
    ("Onderwerp twee", "De familie Alting verkoopt de grond.", ""),
    ("Onderwerp twee", "Wethouder Zuidveld licht het toe.", ""),
    ("Onderwerp twee", "Raadslid Eursing stelt vragen.", ""),
    ("Onderwerp twee", "Volgens Brunsting (PvdA) is het te duur.", ""),
    ("Onderwerp twee", "Brunsting vindt het te duur.", ""),
    ("Onderwerp twee", "De aannemer, bouwbedrijf Witteveen, begint in mei.", ""),
    ("Onderwerp twee", "Ingenieursbureau Witteveen+Bos heeft het onderzocht.", ""),
    ("Onderwerp twee", "Witteveen en Bos doet het onderzoek.", ""),
    ("Onderwerp twee", "Transportbedrijf Alting krijgt een ontheffing.", ""),
    ("Onderwerp twee", "Garage Brunsting wil uitbreiden in Wijster.", "Wijster"),
    ("Onderwerp twee", "De aanvrager woont in Orvelte.", ""),
    ("Onderwerp twee", "Een inwoonster van Elp heeft bezwaar gemaakt.", "Elp"),
    ("Onderwerp twee", "De kandidaat is afkomstig uit Hooghalen.", ""),
    ("Onderwerp twee", "De nieuwe griffier, wonende te Spier, wordt beëdigd.", ""),
    ("Onderwerp twee", "Het onderzoek wordt gedaan door een bureau uit Beilen.", ""),
    ("Onderwerp twee", "De bijeenkomst is in het gemeentehuis in Beilen.", ""),
    ("Onderwerp twee", "De stukken liggen ter inzage in het gemeentehuis te Beilen.", ""),
    ("Onderwerp twee", "Het college houdt kantoor in Beilen.", ""),
    ("Onderwerp twee", "De vroegere gemeente Smilde had een eigen regeling.", ""),
    ("Onderwerp twee", "In de voormalige gemeenten Beilen, Smilde en Westerbork gold dit ook.", ""),
    ("Onderwerp twee", "Het Oranje Fonds draagt bij.", ""),
    ("Onderwerp twee", "De oranje hesjes worden vervangen.", ""),
    ("Onderwerp twee", "Oranje is de kleur van de hesjes.", ""),
    ("Onderwerp twee", "Op de toezeggingenlijst staan er drie op oranje.", ""),
    ("Onderwerp twee", "Langs het Oranjekanaal worden bomen gesnoeid.", ""),
    ("Onderwerp twee", "In Oranje worden bomen gesnoeid.", "Oranje"),
    ("Onderwerp twee", "De brug bij Oranje is stuk.", "Oranje"),
    ("Verkeersbesluit Oranje", "Er komt een zone 30.", "Oranje"),
    ("Dorpshuis Spier", "Het dak lekt.", "Spier"),
    ("Spierballenactie", "De spier is sterk.", ""),
    ("Onderwerp twee", "Een gescheurde spier kost geld.", ""),
    ("Onderwerp twee", "De school in Spier krijgt een nieuw dak.", "Spier"),
    ("Onderwerp twee", "Van Spier tot Wijster wordt de berm gemaaid.", "Spier|Wijster"),
    ("Onderwerp twee", "Het Herinneringscentrum Kamp Westerbork krijgt subsidie.", "Hooghalen"),
    ("Onderwerp twee", "De herdenking bij Kamp Westerbork wordt ondersteund.", "Hooghalen"),
    ("Onderwerp twee", "Het centrum van Westerbork krijgt nieuwe bestrating.", "Westerbork"),
    ("Centrumplan Westerbork", "De straat wordt opnieuw ingericht.", "Westerbork"),
    ("Onderwerp twee", "Op de VAM-berg komt een fietsroute.", "Wijster|Drijber"),
    ("Onderwerp twee", "De zaal van De Tille wordt verbouwd.", "Witteveen"),
    ("Onderwerp twee", "In het Trefpunt is een avond over energie.", "Holthe"),
    ("Onderwerp twee", "Dorpshuis De Heugte krijgt subsidie.", "Nieuw-Balinge"),
    ("Onderwerp twee", "De Marsweg wordt versmald.", "Wijster"),
    ("Onderwerp twee", "Er komt een wandelpad over het Mantingerzand.", "Mantinge"),
    ("Onderwerp twee", "Bij de Terhorsterplas komt een toilet.", "Ter Horst"),
    ("Onderwerp twee", "Zonnepark Leemdijk levert stroom.", "Smilde"),
    ("Onderwerp twee", "De Smildeger ijsbaan krijgt verlichting.", "Smilde"),
    ("Onderwerp twee", "De Wijsterse speeltuin is gesloten.", "Wijster"),
    ("Onderwerp twee", "De Witteveense school sluit.", "Witteveen"),
    ("Onderwerp twee", "Het Hieker dorpsfeest gaat door.", "Hijken"),
    ("Onderwerp twee", "De Beiler markt verhuist.", "Beilen"),
    ("Onderwerp twee", "Het Drijberse voetbalveld wordt vernieuwd.", "Drijber"),
    ("Onderwerp twee", "De Beilerstraat in Assen is dicht.", ""),
    ("Onderwerp twee", "De gemeente Westerveld doet mee.", ""),
    ("Onderwerp twee", "De gemeenten Hoogeveen en Aa en Hunze doen mee.", ""),
    ("Onderwerp twee", "Hoogeveen en Assen zijn ook benaderd.", ""),
    ("Onderwerp twee", "De buurtschap Makkum krijgt glasvezel.", "Makkum"),
    ("Onderwerp twee", "Een ondernemer uit Makkum wil een kraam in Elp.", "Elp"),
    ("Onderwerp twee", "Net als in Beilen komt er een gratis parkeerplaats.", ""),
    ("Onderwerp twee", "In tegenstelling tot Westerbork heeft dit dorp geen winkel.", ""),
    ("Onderwerp twee", "Anders dan in Smilde is hier geen zwembad.", ""),
    ("Onderwerp twee", "De weg ligt ten noorden van Westerbork.", ""),
    ("Onderwerp twee", "Het perceel ligt tussen Elp en Zwiggelte.", "Elp|Zwiggelte"),
    ("Onderwerp twee", "De fietsroute Hooghalen–Hijken wordt aangelegd.", "Hooghalen|Hijken"),
    ("Onderwerp twee", "Het bestemmingsplan geldt voor Holthe-Lieving-Makkum.", "Holthe|Lieving|Makkum"),
    ("Onderwerp twee", "Bewoners van Eursing en Klatering vrezen overlast.", "Eursing|Klatering"),
    ("Onderwerp twee", "Dorpsbelangen Orvelte heeft een brief gestuurd.", "Orvelte"),
    ("Onderwerp twee", "De Vereniging voor Dorpsbelangen Hooghalen vraagt om een oversteek.", "Hooghalen"),
    ("Onderwerp twee", "Plaatselijk Belang De Vooruitgang vraagt om een gesprek.", "Nieuw-Balinge"),
    ("Onderwerp twee", "De VABO heeft een plan gemaakt.", "Orvelte"),
    ("Onderwerp twee", "Gemeentebelangen Smilde stelt vragen.", ""),
    ("Onderwerp twee", "De fractie van Lokaal Westerbork is tegen.", ""),
    ("Onderwerp twee", "Voetbalvereniging Wijster wil kunstgras.", "Wijster"),
    ("Onderwerp twee", "Energiecoöperatie Hooghalen heeft een jaarverslag gestuurd.", ""),
    ("Onderwerp twee", "Kadastraal bekend gemeente Beilen, sectie K, nummer 12.", ""),
    ("Onderwerp twee", "De percelen, kadastraal gemeente Westerbork, worden verkocht.", ""),
    ("Onderwerp twee", "Het perceel Hoofdstraat 12 te Nieuw-Balinge wordt verkocht.", "Nieuw-Balinge"),
    ("Omgevingsvergunning Dorpsstraat 3 Elp", "Een dakkapel.", "Elp"),
    ("Onderwerp twee", "In Boven- en Hoogersmilde komen woningen.", "Bovensmilde|Hoogersmilde"),
    ("Onderwerp twee", "De vrijwilligers komen uit Zwiggelte.", ""),
    ("Onderwerp twee", "Jongeren uit Zwiggelte vragen een skatebaan.", "Zwiggelte"),
    ("Onderwerp twee", "De werkgroep vergaderde in Orvelte.", ""),
    ("Onderwerp twee", "De commissie ging op excursie naar Spier.", ""),
    ("Onderwerp twee", "De bus tussen Beilen en Westerbork rijdt vaker.", "Beilen|Westerbork"),
    ("Onderwerp twee", "De bus rijdt niet meer via Elp.", "Elp"),
    ("Onderwerp twee", "De regeling geldt niet in Beilen.", ""),
    ("Onderwerp twee", "De regeling geldt alleen voor Eursinge, niet voor Eursing.", "Eursinge"),
    ("Onderwerp twee", "De zuivelfabriek, gevestigd in Beilen, loost minder.", ""),
    ("Onderwerp twee", "De Norgervaart wordt gebaggerd.", ""),
    ("Onderwerp twee", "Het kanaal de Beilervaart wordt gebaggerd.", ""),
    ("Onderwerp twee", "In Beilervaart wordt de weg versmald.", "Beilervaart"),
    ("Onderwerp twee", "Wij helpen de helpdesk met de alpen.", ""),
    ("Onderwerp twee", "Smilde e.o. krijgt een nieuwe wijkagent.", "Smilde"),
    ("Onderwerp twee", "Aan de Zuidveldweg komt een hek.", ""),
    ("Onderwerp twee", "Zuidveld krijgt een picknicktafel.", "Zuidveld"),
    ("Onderwerp twee", "Alting krijgt een picknicktafel.", "Alting"),
    ("Zendmast Brunsting", "De mast staat aan de weg.", "Brunsting"),
    ("Onderwerp twee", "Elp krijgt een nieuwe brug.", "Elp"),
    ("Onderwerp twee", "Voor Elp is een plan gemaakt.", "Elp"),
    ("Onderwerp twee", "Norgervaart, Elp en Spier krijgen glasvezel.", "Norgervaart|Elp|Spier"),
]


@pytest.mark.parametrize(("title", "text", "villages"), VILLAGES)
def test_a_name_counts_only_where_it_is_the_village(title, text, villages):
    item = read_item("raad", "Aangenomen.", title=title, intro=text)
    assert set(item.villages) == set(filter(None, villages.split("|")))
    assert all(reason.quote in item.text and len(reason.quote) <= 160 for reason in item.reasons)
    assert set(item.confidence) == set(item.villages)


ALL_VILLAGES = [
    ("Dit geldt voor alle dorpen.", True),
    ("In elk dorp komt een bankje.", True),
    ("Alle dorpen en buurtschappen krijgen een AED.", True),
    ("Alle kernen krijgen glasvezel.", True),
    ("Voor de kleine kernen komt er geld.", True),
    ("Het Dorpenoverleg Midden-Drenthe heeft een brief gestuurd.", True),
    ("Ieder dorp mag één project indienen.", True),
    ("Iedere dorpsvereniging krijgt € 500.", True),
    ("De regeling geldt voor het hele buitengebied.", True),
    ("De dorpen onder de 3.000 inwoners krijgen een dorpsbudget.", True),
    ("Alle dorpsverenigingen krijgen een brief.", True),
    ("Alle 22 dorpen krijgen een kaart.", True),
    ("In alle kleine dorpen sluit de winkel.", True),
    ("Het nieuwe dorpenbeleid wordt vastgesteld.", True),
    ("Voor alle dorpshuizen komt een regeling.", True),
    ("alle dorpsbelangenverenigingen zijn uitgenodigd", True),
    ("De dorpen worden uitgenodigd.", False),
    ("Niet alle dorpen doen mee.", False),
    ("Alle inwoners krijgen een brief.", False),
    ("Een dorp krijgt een bank.", False),
    ("In de bebouwde kom geldt een verbod.", False),
    ("Alle scholen doen mee.", False),
    ("Vrijwilligers uit de dorpen helpen.", False),
    ("De gemeenschappen in alle dorpen beslissen zelf.", True),
    ("Elke kern krijgt een eigen agenda.", True),
    ("Alle plaatsen in de gemeente krijgen een bord.", True),
    ("De hele gemeente krijgt 30 km-zones in de dorpskernen.", False),
    ("alle woonkernen", True),
    ("Alle plattelandsdorpen en gehuchten doen mee.", True),
    ("in ieder van de dorpen", True),
]


@pytest.mark.parametrize(("text", "all_villages"), ALL_VILLAGES)
def test_what_concerns_every_village(text, all_villages):
    item = read_item("raad", "Aangenomen.", intro=text)
    assert item.all_villages == all_villages
    assert item.all_villages_quote in item.text
    assert bool(item.all_villages_quote) == all_villages


def test_speakers_beside_a_time_are_no_villages_and_are_not_shown():
    item = read_item("raad", "Aangenomen.\n00:10:00 - 00:12:00 - K. Eursing (Dorpspartij)")
    assert item.villages == ()
    assert "Eursing" in item.text
    assert "Eursing" not in item.clean_text
