/// Writes true names into fields.
public enum NameWriting {
  /// The fields of a name in a style.
  public static func written(_ name: TrueName, as style: NameStyle) -> WrittenName {
    var fields = name.surname.isEmpty ? single(name, style) : withSurname(name, style)
    if style.flipsFamilyFirst, name.order == .familyFirst { flip(&fields) }
    writeMiddle(&fields, style.middle)
    switch style.suffix {
    case .field: fields.suffix = name.suffix
    case .inSurname where !name.suffix.isEmpty: fields.last += " \(name.suffix)"
    case .inSurname, .dropped: break
    }
    return lettered(fields, style.letters)
  }

  private static func single(_ name: TrueName, _ style: NameStyle) -> WrittenName {
    let only = name.given.joined(separator: " ")
    return switch style.singleName {
    case .unknownFirst: WrittenName(last: only, first: "FNU")
    case .unknownLast: WrittenName(last: "LNU", first: only)
    case .repeated: WrittenName(last: only, first: only)
    }
  }

  private static func withSurname(_ name: TrueName, _ style: NameStyle) -> WrittenName {
    let others = Array(name.given.dropFirst()) + name.middle
    var fields = WrittenName(
      last: name.surname, first: name.given.first ?? "", middle: others.joined(separator: " "))
    writeParticle(name.particle, style.particle, &fields)
    guard !name.secondSurname.isEmpty else { return fields }
    switch style.doubleSurname {
    case .both: fields.last += " \(name.secondSurname)"
    case .firstOnly: break
    case .hyphenated: fields.last += "-\(name.secondSurname)"
    case .secondAsLast:
      fields.middle = fields.middle.isEmpty ? fields.last : "\(fields.middle) \(fields.last)"
      fields.last = name.secondSurname
    }
    return fields
  }

  private static func writeParticle(
    _ particle: String, _ style: NameStyle.Particle, _ fields: inout WrittenName
  ) {
    guard !particle.isEmpty else { return }
    switch style {
    case .kept: fields.last = "\(particle) \(fields.last)"
    case .joined: fields.last = particle.filter { $0 != " " } + fields.last
    case .dropped: break
    case .behindGivenName: fields.first += " \(particle)"
    }
  }

  /// The clerk reads "Nguyen Van Hung" as first, middle, last.
  private static func flip(_ fields: inout WrittenName) {
    (fields.last, fields.first) = (fields.first, fields.last)
  }

  private static func writeMiddle(_ fields: inout WrittenName, _ style: NameStyle.Middle) {
    switch style {
    case .full: break
    case .initial: fields.middle = fields.middle.unicodeScalars.first.map { String($0) } ?? ""
    case .dropped: fields.middle = ""
    }
  }

  private static func lettered(_ fields: WrittenName, _ letters: NameStyle.Letters) -> WrittenName {
    guard letters != .marked else { return fields }
    let change = letters == .plain ? PlainLetters.plain : PlainLetters.key
    return WrittenName(
      last: change(fields.last), first: change(fields.first), middle: change(fields.middle),
      suffix: change(fields.suffix))
  }
}
