from naober.kit.area import Area

AREA = Area(name="website", title="Website")
