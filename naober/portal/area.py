from naober.kit.area import Area

AREA = Area(name="portal", title="Werkplek")
