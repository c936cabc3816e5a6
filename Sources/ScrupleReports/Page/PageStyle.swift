/// The style sheet of the page.
///
/// Goals, in order: readable without colour, in the dark, on a phone and on paper; quiet. Colours
/// keep a contrast of 4.5 on both backgrounds; false links and missed pairs differ in shape too.
enum PageStyle {
  static let text: StaticString = """

    :root { color-scheme: light dark; --paper: #fbfaf7; --card: #ffffff; --ink: #1c2126;
      --soft: #555d66; --rule: #dcd8cf; --grid: #e6e2d9; --accent: #14577a; --bad: #a8371a;
      --miss: #7a5600; --for: #1d6f8f; --against: #a8562f; --tint: #eef4f6; --mark: #fff3d6;
      --shade: #1c212640; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14181b; --card: #1b2125;
      --ink: #e9e6df; --soft: #a9b1b8; --rule: #363e44; --grid: #2a3136; --accent: #8cc7e6;
      --bad: #ff9c7d; --miss: #e6bd62; --for: #6bb5d4; --against: #e09a74; --tint: #1d2a31;
      --mark: #3a3018; --shade: #00000099; } }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    header, .columns, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
    header { padding-top: 3rem; padding-bottom: 1.25rem; }
    h1, h2, .lead, .big { font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria,
      Georgia, "Noto Serif", serif; }
    h1 { font-size: clamp(1.9rem, 5vw, 3rem); line-height: 1.12; margin: .2rem 0 .8rem;
      letter-spacing: -.015em; font-weight: 700; text-wrap: balance; }
    h2 { font-size: 1.55rem; line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
    h3 { font-size: 1.02rem; margin: 2rem 0 .4rem; }
    p, ul, ol { max-width: 42rem; margin: 0 0 1rem; }
    .kicker { color: var(--accent); font-size: .85rem; font-weight: 600; letter-spacing: .04em;
      margin: 0; }
    .sub { color: var(--soft); margin: 0; }
    a { color: var(--accent); text-underline-offset: .15em; }
    a:focus-visible, input:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
    .banner { max-width: none; margin: 0; padding: .7rem 1.5rem; background: var(--bad);
      color: var(--paper); text-align: center; }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3.5rem; }
    nav { font-size: .9rem; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule);
      padding: .9rem 0; margin: .5rem 0 1.5rem; }
    nav ol { margin: 0; padding: 0 0 0 1.6rem; columns: 16rem; column-gap: 2rem;
      font-variant-numeric: tabular-nums; color: var(--soft); }
    nav a { color: var(--ink); text-decoration: none; }
    nav li { padding: .14rem 0; line-height: 1.4; }
    nav a:hover { text-decoration: underline; }
    main { min-width: 0; counter-reset: part; }
    section { padding: 2.2rem 0 1rem; border-top: 1px solid var(--rule); scroll-margin-top: 1rem; }
    section.answer { border-top: 0; padding: 0 0 2rem; }
    section.answer h2 { font: 600 .85rem/1.4 system-ui, sans-serif; letter-spacing: .04em;
      color: var(--soft); margin: 0 0 .3rem; }
    section:not(.answer) > h2::before { counter-increment: part; content: counter(part) "  ";
      color: var(--soft); font-weight: 400; margin-right: .35rem; }
    .lead { font-size: clamp(1.35rem, 3.4vw, 1.9rem); line-height: 1.3; max-width: 46rem;
      margin-bottom: .9rem; text-wrap: pretty; }
    .cards { list-style: none; display: grid; gap: 1px; padding: 0; margin: 1.8rem 0 0;
      max-width: none; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr));
      background: var(--rule); border: 1px solid var(--rule); border-radius: 6px;
      overflow: hidden; }
    .cards li { background: var(--card); padding: 1rem 1.1rem; display: flex;
      flex-direction: column; }
    .cards .name { font-weight: 600; font-size: .92rem; }
    .cards .big { font-size: 1.85rem; line-height: 1.25; font-weight: 700; }
    .cards .range, .cards .what { font-size: .84rem; line-height: 1.4; color: var(--soft); }
    .note, .unmeasured { font-size: .92rem; color: var(--soft); }
    .unmeasured { border-left: 3px solid var(--rule); padding-left: 1rem; }
    .unmeasured strong { color: var(--ink); }
    data { font-variant-numeric: tabular-nums; } td data { white-space: nowrap; }
    .scroll { overflow-x: auto; margin: 0 0 1rem; background:
      linear-gradient(to right, var(--paper), var(--paper)) 0 0 / 1.2rem 100% no-repeat local,
      linear-gradient(to right, var(--paper), var(--paper)) 100% 0 / 1.2rem 100% no-repeat local,
      linear-gradient(to right, var(--shade), transparent) 0 0 / .7rem 100% no-repeat scroll,
      linear-gradient(to left, var(--shade), transparent) 100% 0 / .7rem 100% no-repeat scroll; }
    table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
    td.w, tbody th:not(.n) { min-width: 8.5rem; } td.w:last-child { min-width: 11rem; }
    .evidence { display: inline-block; min-width: 22rem; } #patterns tbody th { min-width: 0; }
    caption { text-align: left; color: var(--soft); padding: 0 0 .35rem; font-size: .86rem; }
    th, td { text-align: left; padding: .38rem .9rem .38rem 0; vertical-align: top;
      border-bottom: 1px solid var(--rule); }
    td:not(.w), thead th:not(.w), .n { text-align: right; font-variant-numeric: tabular-nums; }
    th { font-weight: 600; } tbody th { font-weight: 400; }
    thead th:not(.w) { white-space: normal; min-width: 4.5rem; }
    thead th { vertical-align: bottom; border-bottom: 1.5px solid var(--soft); }
    tr.own > * { background: var(--tint); font-weight: 600; }
    tr.chosen > * { background: var(--mark); }
    #threshold-table td.w:last-child { min-width: 6.5rem; }
    #threshold-table th, #threshold-table td { padding-left: .35rem; padding-right: .35rem; }
    #threshold-table thead th, #rivals thead th { min-width: 0; }
    .tall { max-height: 26rem; overflow-y: auto; }
    .tall thead th { position: sticky; top: 0; background: var(--paper); }
    figure { margin: 1.4rem 0; } figure > .scroll { max-width: 46rem; }
    figure > .note { margin-top: .4rem; }
    figcaption { font-weight: 600; margin: 0 0 .5rem; }
    figure .scroll { margin: 0; }
    svg { display: block; width: 100%; min-width: 34rem; height: auto; background: var(--card);
      border: 1px solid var(--rule); border-radius: 6px; }
    svg text { fill: var(--ink); font: 13px system-ui, "Noto Sans", sans-serif; }
    svg .tick, svg .axis, svg .number { fill: var(--soft); font-size: 12px;
      font-variant-numeric: tabular-nums; }
    svg .mid { text-anchor: middle; } svg .end { text-anchor: end; }
    svg .group { font-weight: 600; }
    .grid { stroke: var(--grid); } .zero { stroke: var(--soft); }
    .ideal { stroke: var(--soft); stroke-dasharray: 5 5; }
    .own { stroke: var(--soft); stroke-dasharray: 3 4; }
    .marker { stroke: var(--accent); stroke-width: 2; }
    .range { stroke: var(--accent); stroke-width: 2; fill: none; }
    .point { fill: var(--accent); }
    .dots { fill: none; stroke: var(--accent); stroke-linecap: round; }
    .dots.soft { stroke: var(--soft); } .dots.hole { stroke: var(--card); }
    .dots.rest { stroke: var(--rule); }
    .halo { fill: none; stroke: var(--ink); stroke-width: 1.5; }
    .curve { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
    .curve.broken { stroke-dasharray: 7 5; } path.own { fill: none; stroke-width: 1.4; }
    .band { fill: var(--accent); opacity: .14; } .band.faint { opacity: .08; }
    .beyond { fill: var(--mark); opacity: .55; }
    .level { fill: var(--card); stroke: var(--soft); stroke-width: 1.4; }
    .curve.false { stroke: var(--bad); } .curve.miss { stroke: var(--miss); }
    .point.false, .point.key, .bar.false, .bad { fill: var(--bad); }
    .point.miss, .bar.stale { fill: var(--miss); }
    .cross { stroke: var(--card); stroke-width: 2; stroke-linecap: round; }
    .fine { fill: none; stroke: var(--soft); stroke-width: 1.4; }
    .bar.for { fill: var(--for); } .bar.against { fill: var(--against); }
    details { margin: .4rem 0 0; } summary { cursor: pointer; font-size: .9rem;
      color: var(--accent); padding: .3rem 0; }
    details .scroll { padding-top: .5rem; }
    .slider { background: var(--card); border: 1px solid var(--rule); border-radius: 6px;
      padding: 1rem 1.2rem; max-width: 46rem; margin: 1.2rem 0; }
    .slider label { font-weight: 600; }
    .slider input { width: 100%; margin: .3rem 0; accent-color: var(--accent); height: 1.75rem; }
    .ends { display: flex; justify-content: space-between; gap: 1rem; font-size: .84rem;
      color: var(--soft); } .ends span:last-child { text-align: right; }
    .says { margin: .4rem 0 0; min-height: 3.2em; font-size: 1.05rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; margin: 0; }
    pre { background: var(--card); border: 1px solid var(--rule); border-radius: 6px;
      padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; }
    code { font: .86em/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
      overflow-wrap: anywhere; }
    td code { display: inline-block; min-width: 17rem; }
    .warnings { font-size: .92rem; }
    footer { border-top: 1px solid var(--rule); padding-top: 1.5rem; padding-bottom: 3rem;
      margin-top: 2rem; }
    .notice { font-weight: 600; margin: 0; }
    @media (min-width: 70rem) {
      .columns { grid-template-columns: 15rem minmax(0, 1fr); }
      nav { position: sticky; top: 1rem; align-self: start; border: 0; margin: 0; padding: 0;
        max-height: calc(100vh - 2rem); overflow-y: auto; }
      nav ol { columns: 1; }
    }
    @media (max-width: 40rem) {
      header, .columns, footer { padding-left: 1rem; padding-right: 1rem; }
      header { padding-top: 1.5rem; }
      .cards { grid-template-columns: 1fr 1fr; } .cards li { padding: .8rem; }
      .cards .big { font-size: 1.5rem; }
      nav ol { columns: 1; }
      figcaption::after { content: "swipe for the whole chart →";
        display: block; font-weight: 400; font-size: .84rem; color: var(--soft); }
      .scroll:has(th:nth-child(4)) caption::before { content: "swipe for all columns →";
        display: block; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media print {
      :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444;
        --rule: #bbb; --grid: #ddd; --accent: #14577a; --bad: #a8371a; --miss: #7a5600;
        --for: #1d6f8f; --against: #a8562f; --tint: #eee; --mark: #eee; }
      @page { margin: 16mm 14mm; }
      body { font-size: 10pt; line-height: 1.45; }
      header, .columns, footer { padding-left: 0; padding-right: 0; max-width: none; }
      header { padding-top: 0; }
      .columns { display: block; } nav, .skip, .slider { display: none; }
      section { padding: 1.2rem 0 .4rem; } #model { break-before: page; }
      h2, h3, figcaption, caption { break-after: avoid; }
      figure > .scroll, tr, .cards li, pre { break-inside: avoid; }
      h3 + .note { break-after: avoid; } tbody tr:first-child { break-before: avoid; }
      td code { min-width: 0; } .scroll { background: none; }
      p, ul { max-width: none; }
      svg { min-width: 0; max-height: 235mm; }
      #match-weights svg { width: auto; max-width: 100%; max-height: 200mm; margin: 0 auto; }
      .evidence { min-width: 0; } .scroll, .tall { overflow: visible; max-height: none; }
      .tall thead th { position: static; }
      table { font-size: 8.5pt; } td.w, tbody th, td.w:last-child { min-width: 0; }
      caption, td:not(.w), thead th:not(.w) { white-space: normal; min-width: 0; }
      summary { display: none; }
      .note, .unmeasured, .warnings { font-size: 9pt; } figure > .scroll { max-width: 150mm; }
      tr.chosen:not(.own) > * { background: none; }
      th, td { padding-right: .7rem; } .cards { grid-template-columns: repeat(4, 1fr); }
      details::details-content { content-visibility: visible; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
