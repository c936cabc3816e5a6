"""Streets, towns and postal codes: composed, with popular towns and rare ones. State and prefix facts are public."""
from random import Random

from .names import Weighted

STATES = [("CA", "900", 62), ("TX", "750", 52), ("FL", "320", 40), ("NY", "120", 34), ("PA", "150", 22), ("IL", "600", 22),
          ("OH", "430", 20), ("GA", "300", 20), ("NC", "270", 19), ("MI", "480", 17), ("NJ", "070", 16), ("VA", "220", 15),
          ("WA", "980", 14), ("AZ", "850", 14), ("TN", "370", 13), ("MA", "010", 12), ("IN", "460", 12), ("MO", "630", 11),
          ("MD", "206", 11), ("CO", "800", 10), ("MN", "550", 10), ("NM", "870", 4), ("NV", "890", 6), ("OR", "970", 7)]
TOWN_STARTS = ("Oak Cedar Maple River Lake Spring Fair Green Pleasant Clear Stone Mill Sandy Red White Glen Ash Bridge "
               "Silver Golden Eagle Fox North South West East Union George Frank Jackson Madi Clin Har Mar Wil Bur").split()
TOWN_ENDS = "field ton ville wood brook dale port burg view mont ford land side haven crest".split()
COUNTIES = ("Adams Benton Carroll Clay Dawson Douglas Fulton Grant Greene Harrison Howard Jasper Knox Lincoln Marion Mercer "
            "Monroe Orange Perry Polk Putnam Shelby Union Warren Wayne").split()
STREET_STARTS = ("Oak Maple Cedar Pine Elm Walnut Cherry Willow Birch Magnolia Sycamore Chestnut Hickory Laurel Washington "
                 "Lincoln Jefferson Madison Jackson Adams Monroe Grant Franklin Wilson Main Church Park Lake Hill River "
                 "Ridge Valley Meadow Sunset Spring Forest Highland Mill School College Center Union Liberty Bridge Canyon "
                 "Orchard Prairie Quail Falcon Heron Colonial Heritage Summit Garden Harbor Crescent").split()
STREET_MIDDLES = ["", "", "", "", "", "", " Grove", " View", " Creek", " Hill", " Ridge", " Hollow", " Point", " Run"]
STREET_TYPES = Weighted([("Street", 30), ("Avenue", 24), ("Drive", 16), ("Road", 14), ("Lane", 8), ("Court", 6),
                         ("Boulevard", 5), ("Way", 4), ("Place", 3), ("Circle", 3)])
SHORT = {"Street": "St", "Avenue": "Ave", "Drive": "Dr", "Road": "Rd", "Lane": "Ln", "Court": "Ct", "Boulevard": "Blvd",
         "Place": "Pl", "Circle": "Cir"}
MX_STATES = ["Jalisco", "México", "Puebla", "Michoacán", "Guanajuato", "Nuevo León", "Oaxaca", "Sonora", "Yucatán", "Veracruz"]
MX_STREETS = ("Hidalgo Morelos Juárez Zaragoza Allende Guerrero Madero Independencia Reforma Constitución Matamoros Aldama "
              "Galeana Abasolo Revolución Victoria Bravo Ocampo Insurgentes Libertad").split()
MX_KINDS = ["Calle", "Avenida", "Privada", "Calzada", "Cerrada"]
MX_TOWNS = [a + b for a in ("San José ", "Santa María ", "San Miguel ", "Villa ", "El ", "Real ", "San Pedro ")
            for b in ("del Río", "Hidalgo", "de los Pinos", "del Valle", "del Monte", "Nuevo", "de la Cruz", "Encinas")]
DE_STREETS = ("Haupt Schul Garten Dorf Bahnhof Berg Linden Wald Kirch Birken Ring Wiesen Rosen Mühlen Feld Eichen Goethe "
              "Schiller Mozart Beethoven Bismarck Friedens Jahn Tulpen Ahorn Blumen Ulmen Brunnen Markt Park").split()
DE_KINDS = ["straße", "straße", "straße", "weg", "weg", "gasse", "allee", "platz"]
DE_TOWNS = [a + b for a in "Ober Unter Neu Alt Grün Stein Rosen Wald Bad_Lind Sankt_Mart Linden Weiß König Hoch".split()
            for b in "au heim stadt hausen burg feld bach dorf ingen rode".split()]


class Place:
    """One town: name, county or district, state, the first postal code and how many it has."""
    __slots__ = ("town", "county", "state", "code", "codes")

    def __init__(self, town, county, state, code, codes):
        self.town, self.county, self.state, self.code, self.codes = town, county, state, code, codes


class Address:
    """number, street, kind of street, unit, town, county, state, postal code: texts."""
    __slots__ = ("number", "street", "kind", "unit", "town", "county", "state", "code", "phone")

    def copy(self):
        other = Address()
        for name in Address.__slots__:
            setattr(other, name, getattr(self, name))
        return other


class Gazetteer:
    """The same towns for every seed, of sizes that fall as in life."""

    def __init__(self, country):
        self.country = country
        x = Random("towns of " + country).random
        pick = lambda values: values[int(x() * len(values))]
        towns, states = [], Weighted([((state, prefix), weight) for state, prefix, weight in STATES])
        for rank in range(320):
            if country == "us":
                state, prefix = states.draw(x)
                town = pick(TOWN_STARTS) + pick(TOWN_ENDS)
                code, codes = int(prefix) * 100 + int(x() * 1900), 1 + int(60 / (rank + 2))
                place = Place(town, pick(COUNTIES), state, code, codes)
            elif country == "mx":
                place = Place(pick(MX_TOWNS), pick(MX_STREETS), pick(MX_STATES), 20000 + int(x() * 75000), 6)
            else:
                place = Place(pick(DE_TOWNS).replace("_", " "), "", "", 10000 + int(x() * 88000), 4)
            towns.append((place, 1 / (rank + 8)))
        self.towns = Weighted(towns)

    def address(self, x):
        pick = lambda values: values[int(x() * len(values))]
        place, a = self.towns.draw(x), Address()
        a.number = str(1 + int(9800 * x() ** 2.2)) if self.country == "us" else str(1 + int(180 * x() ** 1.5))
        if self.country == "us":
            if x() < 0.12:
                n = 1 + int(x() * 80)
                a.street = f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
            else:
                a.street = pick(STREET_STARTS) + pick(STREET_MIDDLES)
            a.kind = STREET_TYPES.draw(x)
        elif self.country == "mx":
            a.street, a.kind = pick(MX_STREETS), pick(MX_KINDS)
        else:
            a.street, a.kind = pick(DE_STREETS), pick(DE_KINDS)
        a.unit = ("Apt " + str(1 + int(x() * 300))) if x() < 0.22 else ""
        a.town, a.county, a.state = place.town, place.county, place.state
        a.code = f"{place.code + int(x() * place.codes):05d}"
        # Telephone numbers 555-0100 to 555-0199 are kept for fiction in every area.
        a.phone = f"{200 + int(x() * 799)}-555-01{int(x() * 100):02d}"
        return a
