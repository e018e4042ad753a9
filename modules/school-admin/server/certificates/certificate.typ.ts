/** The page of a certificate in Typst. Places what `PrintedCertificate` holds; decides and words nothing. */
export const CERTIFICATE_TYP = String.raw`
#let d = json(bytes(sys.inputs.data))
#let said(runs) = runs.map(run => text(lang: run.lang, run.text)).join(" / ")
#let ink = rgb("#1b2a33")
#let soft = rgb("#44545e")
#let line-colour = rgb("#b9c3c9")

#set document(title: d.title, author: "DigiOne", date: none)
#set text(lang: d.language, region: "FI", font: "Inter", size: 9.5pt, fill: ink, hyphenate: true, number-type: "lining")
#set par(leading: 0.55em, spacing: 0.8em)
#set table(stroke: none, inset: (x: 0pt, y: 3.1pt))
#show heading.where(level: 1): set text(size: 19pt, weight: 600)
#show heading.where(level: 1): set block(above: 0pt, below: 12pt)
#show heading.where(level: 2): set text(size: 10.5pt, weight: 600)
#show heading.where(level: 2): set block(above: 13pt, below: 5pt)
#show table.cell.where(y: 0): set text(size: 8pt, weight: 600, fill: soft)

#let footer-of(c) = context {
  set text(size: 7.5pt, fill: soft)
  let pages = if d.certificates.len() == 1 [#counter(page).display() (#counter(page).final().first())] else [#counter(page).display()]
  grid(columns: (1fr, auto), said(c.numberLine), pages)
}

#let certificate(c) = page(
  paper: "a4",
  margin: (left: 22mm, right: 20mm, top: 18mm, bottom: 20mm),
  footer: footer-of(c),
  background: if c.draft != "" { rotate(-38deg, text(size: 92pt, weight: 600, fill: rgb("#e9eef1"), c.draft)) },
)[
  #counter(page).update(1)
  #grid(
    columns: if c.logo != "" { (auto, 1fr) } else { (1fr,) },
    column-gutter: 14pt,
    ..if c.logo != "" { (image("/" + c.logo, height: 17mm, alt: c.logoText),) },
    block[
      #text(size: 10.5pt, weight: 600, said(c.provider)) \
      #said(c.school)
      #if c.schoolContact != "" [ \ #text(size: 8pt, fill: soft, c.schoolContact)]
    ],
  )
  #v(15pt)
  = #said(c.title)
  #if c.draft != "" [#text(weight: 600, c.draft)]

  #grid(
    columns: (1fr, 1fr),
    row-gutter: 8pt,
    column-gutter: 12pt,
    ..c.facts.map(fact => block[#text(size: 8pt, fill: soft, said(fact.label)) \ #text(weight: 600, said(fact.value))]),
  )

  #for t in c.tables [
    == #said(t.caption)
    // The same widths in every table of the page, so that marks stand under marks.
    #let is-double = t.columns.last().len() > 1
    #let mark-width = if is-double { 54mm } else { 32mm }
    #table(
      columns: if t.columns.len() == 3 { (1fr, if is-double { 34mm } else { 32mm }, mark-width) } else { (1fr, mark-width) },
      column-gutter: 18pt,
      align: (x, y) => if t.figures.contains(x) { right } else { left },
      table.header(..t.columns.map(said)),
      table.hline(stroke: 0.7pt + ink),
      ..t.rows.map(row => row.map(said) + (table.hline(stroke: 0.35pt + line-colour),)).flatten(),
    )
  ]

  #for s in c.sections [
    == #said(s.heading)
    #for entry in s.entries [
      #block(breakable: true, spacing: 7pt)[#text(weight: 600, said(entry.term)) \ #said(entry.text)]
    ]
    #for paragraph in s.paragraphs [
      #said(paragraph)

    ]
  ]

  #v(16pt)
  #block(breakable: false)[
    #c.placeAndDate
    #v(30pt)
    #grid(
      columns: (1fr, 1fr),
      column-gutter: 24pt,
      ..c.signatures.map(one => block(width: 100%)[
        #line(length: 100%, stroke: 0.5pt + soft)
        #v(-5pt)
        #one.name \
        #text(size: 8pt, fill: soft, said(one.role))
      ]),
    )
  ]
  #v(10pt)
  #set text(size: 7.5pt, fill: soft)
  #set par(leading: 0.5em, spacing: 0.55em)
  #for statement in c.statements [
    #for run in statement [
      #text(lang: run.lang, run.text)

    ]
  ]
]

#for c in d.certificates { certificate(c) }
`;
