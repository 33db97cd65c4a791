/**
 * The style of the page. Logical properties throughout, so that right-to-left text lays out as it
 * reads; fonts of the system, none embedded. Colours of both themes keep a contrast of 4.5 to 1 for
 * text and 3 to 1 for bars against the page.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #fbfaf8; --card: #fff; --ink: #1d2226; --quiet: #586069; --edge: #d5d9dd; --link: #0b57b0;
  --body: #1a7f45; --title: #0b6e8a; --related: #a35a00; --tags: #8a3ca8; --furniture: #6b7280; --embedded: #1f5fc4;
  --cut-ground: #f3f1ee; --differs: #ffe3a6; --removed: #b3261e; --bar: #3b6fb6;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1c2024; --ink: #e6e8ea; --quiet: #a3abb3; --edge: #3a4047; --link: #8ab8ff;
    --body: #5fca87; --title: #5cc2dc; --related: #f0a84a; --tags: #d196e8; --furniture: #9aa3ad; --embedded: #86b0ff;
    --cut-ground: #23272c; --differs: #5c4400; --removed: #ff8a80; --bar: #7aa7e8;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", sans-serif;
}
header, main, footer { max-inline-size: 76rem; margin-inline: auto; padding-inline: 1rem; }
header { padding-block: 1.5rem 0.5rem; }
footer { padding-block: 1rem 2rem; color: var(--quiet); }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.25rem; margin-block: 2.2rem 0.6rem; }
h3 { font-size: 1.05rem; margin-block: 1.4rem 0.4rem; }
p { margin-block: 0.4rem; }
a { color: var(--link); }
a, summary, input, select, .scroll { outline-offset: 2px; }
:focus-visible { outline: 3px solid var(--link); }
.quiet, caption { color: var(--quiet); }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { position: static; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; padding: 0; margin-block: 0.7rem 0; list-style: none; }
nav a { display: inline-block; padding-block: 0.15rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.7rem; padding: 0; margin: 0; list-style: none; }
.cards li { background: var(--card); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 0.7rem 0.9rem; }
.cards strong { display: block; font-size: 1.7rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.sum { font-variant-numeric: tabular-nums; }
.alarm { border-inline-start: 4px solid var(--removed); padding-inline-start: 0.8rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding-block: 0.3rem; }
th, td { text-align: start; padding: 0.25rem 0.6rem 0.25rem 0; border-block-end: 1px solid var(--edge); vertical-align: top; }
th { font-weight: 600; }
th .quiet { font-weight: 400; font-size: 0.9rem; }
td.number, th.number { text-align: end; }
td.number { white-space: nowrap; }
td.bar, th.bar { inline-size: 20%; min-inline-size: 5rem; }
td.wide, th.wide { inline-size: 45%; }
.explained td.wide, .explained th.wide { inline-size: 25%; }
td, .charts th[scope=row] { overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.2rem; align-items: start; }
.charts > * { min-inline-size: 0; }
figure { margin: 0; }
figcaption { color: var(--quiet); }
svg { display: block; direction: ltr; }
.plot { block-size: 15rem; }
.plot svg { inline-size: 100%; block-size: 100%; overflow: visible; }
.plot text { fill: var(--quiet); font-size: 0.85rem; font-variant-numeric: tabular-nums; }
.axis-title { color: var(--quiet); font-size: 0.85rem; margin-block: 0.3rem 0; }
.axis-title.across { text-align: center; margin-block: 0; }
.ct-grid { stroke: var(--edge); } .ct-bar { stroke: var(--bar); } .ct-bar.over { stroke: var(--removed); }
.ct-line { fill: none; stroke: var(--bar); stroke-width: 2.5; } .ct-point { stroke: var(--bar); stroke-width: 8; stroke-linecap: round; }
.plot .series-0:has(+ .series-1) * { stroke: var(--quiet); } .plot .series-1 .ct-line { stroke-dasharray: 7 4; }
.legend { margin-block: 0.3rem 0; } .legend .series-0 { color: var(--quiet); } .legend .series-1 { color: var(--bar); }
.legend .series-0::before { content: "\\2014 "; } .legend .series-1::before { content: "\\2013\\2013 "; }
.stack { inline-size: 100%; block-size: 2.4rem; border-radius: 0.3rem; margin-block: 0.5rem; }
.stack rect { stroke: var(--page); stroke-width: 2; }
.cell-bar { inline-size: 100%; block-size: 0.7rem; margin-block-start: 0.45rem; fill: var(--bar); }
.threshold { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 6 4; }
.fill-body, .kind-body { --kind: var(--body); } .fill-title, .kind-title { --kind: var(--title); }
.fill-related, .kind-related { --kind: var(--related); } .fill-tags, .kind-tags { --kind: var(--tags); }
.fill-furniture, .kind-furniture { --kind: var(--furniture); } .fill-embedded, .kind-embedded { --kind: var(--embedded); }
.stack rect, .swatch rect { fill: var(--kind); }
tr[class] .cell-bar { fill: var(--kind); }
.bar .stack { block-size: 0.9rem; margin-block: 0.35rem; }
.repeated { margin-block: 0.4rem; }
.role { overflow-wrap: normal; white-space: nowrap; }
.swatch { display: inline-block; inline-size: 0.8rem; block-size: 0.8rem; margin-inline-end: 0.4rem; }
details > summary { cursor: pointer; padding-block: 0.5rem; overflow-wrap: anywhere; }
.sample { background: var(--card); border: 1px solid var(--edge); border-radius: 0.5rem; padding-inline: 0.9rem; margin-block: 0.7rem; }
.badge { display: inline-block; border: 1px solid var(--edge); border-radius: 1rem; padding-inline: 0.6rem; font-size: 0.85rem; margin-inline-start: 0.3rem; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; padding-block-end: 0.9rem; }
.short { position: sticky; inset-block-start: 1rem; align-self: start; }
.sides h3, .sides h4 { margin: 0 0 0.3rem; font-size: 0.95rem; }
.block { border-inline-start: 4px solid var(--kind); padding-inline-start: 0.7rem; margin-block: 0.45rem; }
.block-label { margin: 0; color: var(--kind); font-size: 0.82rem; }
.scraped { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; margin: 0; }
del.scraped { display: block; color: var(--quiet); background: var(--cut-ground); text-decoration: line-through; text-decoration-thickness: 1px; }
.left-out { color: var(--quiet); font-style: italic; font-size: 0.85rem; unicode-bidi: isolate; }
mark { background: var(--differs); color: inherit; border-radius: 0.15rem; }
form { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; margin-block: 0.6rem; }
form[hidden] { display: none; }
label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.15rem; font-size: 0.9rem; min-inline-size: 0; max-inline-size: 100%; }
input, select { font: inherit; block-size: 2.2rem; padding: 0.3rem 0.5rem; color: var(--ink); background: var(--card); border: 1px solid var(--quiet); border-radius: 0.3rem; max-inline-size: min(100%, 18rem); }
pre { background: var(--card); border: 1px solid var(--edge); border-radius: 0.4rem; padding: 0.7rem; white-space: pre-wrap; overflow-wrap: anywhere; margin-block: 0.4rem; }
@media (max-width: 44rem) {
  .sides { grid-template-columns: minmax(0, 1fr); }
  .short { position: static; }
  td.wide, th.wide { inline-size: 30%; }
  .explained .wide { display: none; }
}
@media print {
  body { font-size: 10pt; background: #fff; }
  nav, form, .skip { display: none; }
  .short { position: static; }
  .block, .cards li, tr { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
}
`;
