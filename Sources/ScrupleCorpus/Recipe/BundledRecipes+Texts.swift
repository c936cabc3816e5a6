// Written by Tools/embed-recipes from Corpora/Recipes; edit the recipes there.

extension BundledRecipes {
  static let texts: [(name: String, text: String)] = [
    (
      name: "default",
      text: #"""
      # A county and the immigration files that its bookings are searched in, of one size.
      # Every parameter not named here has its default: see 'scruple generate --print-recipe'.
      name = "default"
      purpose = "100,000 people, bookings and records each: for linkage and for audits of some weight"

      [population]
      people = 100000
      bookings = 100000
      records = 100000

      """#
    ),
    (
      name: "demo",
      text: #"""
      # The world of 'scruple demo': a county's bookings against a register of the foreign-born.
      name = "demo"
      purpose = "about 20,000 bookings against 60,000 records, made, linked and audited in seconds"

      [population]
      people = 80000
      bookings = 20000
      records = 60000
      # Most people here are those on record; the bookings keep the usual share of the foreign-born,
      # which is bookings.foreign_born_share.
      foreign_born = 0.5

      """#
    ),
  ]
}
