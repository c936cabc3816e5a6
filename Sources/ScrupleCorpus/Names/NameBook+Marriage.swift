extension NameBook {
  /// The name a spouse takes at marriage; nil when it stays as it is.
  ///
  /// Anglo: the spouse's surname, sometimes hyphenated, the own surname often
  /// becoming the middle name. Spanish: the second surname gives way to "de" and
  /// the spouse's first (SAVE manual of the Pennsylvania DPW). Filipino: the own
  /// surname becomes the middle name. Elsewhere the own surname is mostly kept.
  ///
  /// - Parameter share: the share of those who marry that changes the name; the
  ///   custom's when nil (assumed).
  public func marriedName(
    of name: TrueName, spouse: TrueName, group: NameOriginGroup, share: Double? = nil,
    draw: inout Draw
  ) -> TrueName? {
    guard !spouse.surname.isEmpty, draw.happens(share ?? group.shareOfMarriedNames) else {
      return nil
    }
    var married = name
    switch group {
    case .hispanic where draw.happens(0.5):
      let of = spouse.particle.isEmpty ? "de" : "de \(spouse.particle)"
      married.secondSurname = "\(of) \(spouse.surname)"
    case .slavic:
      married.particle = spouse.particle
      let isWoman = name.surname.hasSuffix("a") || spouse.surname.hasSuffix("ov")
      married.surname =
        name.script == .cyrillic && isWoman
        ? Self.slavicForm(of: spouse.surname, for: .female) : spouse.surname
    default:
      married.particle = spouse.particle
      married.surname = spouse.surname
      married.secondSurname = ""
      married.suffix = ""
      keepOwnSurname(of: name, group: group, in: &married, &draw)
    }
    return married == name ? nil : married
  }

  private func keepOwnSurname(
    of name: TrueName, group: NameOriginGroup, in married: inout TrueName, _ draw: inout Draw
  ) {
    guard !name.surname.isEmpty, name.surname != married.surname else { return }
    if group == .filipino {
      married.middle = [name.surname]
      return
    }
    let custom = draw.unit()
    if custom < 0.1 {
      married.particle = ""
      married.surname = "\(name.surname)-\(married.surname)"
    } else if custom < 0.4, group != .hispanic {
      married.middle = [name.surname]
    }
  }
}

extension NameOriginGroup {
  /// The share of women who change their name at marriage (assumed).
  var shareOfMarriedNames: Double {
    switch self {
    case .anglo, .black: 0.6
    case .hispanic: 0.4
    case .filipino, .slavic: 0.75
    case .southAsian: 0.5
    case .vietnamese, .chinese, .korean: 0.15
    case .arabic: 0.1
    }
  }
}
