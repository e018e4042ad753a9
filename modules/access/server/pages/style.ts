import { createHash } from 'node:crypto';

/** The colours and measures of the workspace (platform/ui/tokens), for pages that stand before it. */
export const STYLE = `
@font-face { font-family: 'Inter Variable'; src: url('/sign-in/inter.woff2') format('woff2'); font-weight: 100 900; font-display: swap; }
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f5f1, #16181a); --surface: light-dark(#ffffff, #1e2124); --surface-hover: light-dark(#f3f0ea, #2a2e32);
  --ink: light-dark(#1f2624, #eceae5); --ink-soft: light-dark(#48514e, #c3c1bb); --line: light-dark(#e3dfd7, #33373b); --line-strong: light-dark(#8b8a82, #777c80);
  --accent: light-dark(#14566a, #7cc6d8); --accent-hover: light-dark(#0f4657, #95d3e2); --accent-ink: light-dark(#ffffff, #08242d);
  --accent-tint: light-dark(#e3eff2, #17343d); --accent-tint-ink: light-dark(#10485a, #a5dae7); --focus: light-dark(#1173a3, #8fd4ff);
  --home-tint: light-dark(#fcf0dc, #3b2b12); --home-ink: light-dark(#7a4605, #f6c67f); --learner-tint: light-dark(#e6f2e5, #1b3420); --learner-ink: light-dark(#24572e, #a9dcb0);
  --office-tint: light-dark(#eaedf9, #232b47); --office-ink: light-dark(#2f4180, #bfcbfa);
  --shadow: 0 1px 2px light-dark(rgb(60 50 30 / 5%), rgb(0 0 0 / 40%)), 0 4px 12px light-dark(rgb(60 50 30 / 7%), rgb(0 0 0 / 35%));
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 1rem/1.5 'Inter Variable', system-ui, sans-serif; }
h1, h2, p, ul { margin: 0; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 10px; }
.top { display: flex; align-items: center; justify-content: space-between; gap: 16px; max-width: 1120px; margin: 0 auto; padding: 20px 24px; }
.brand { display: flex; align-items: center; gap: 10px; font-size: 1.125rem; font-weight: 600; letter-spacing: -0.01em; }
.mark rect { fill: var(--accent); } .mark path, .mark circle { fill: none; stroke: var(--accent-ink); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
.languages { display: flex; gap: 4px; padding: 0; list-style: none; }
.languages a { display: inline-flex; align-items: center; justify-content: center; min-width: 44px; min-height: 44px; border-radius: 10px; color: var(--ink-soft); text-decoration: none; font-size: 0.875rem; font-weight: 500; }
.languages a:hover { background: var(--surface-hover); } .languages a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: underline; text-decoration-thickness: 2px; }
main { margin: 0 auto; padding: 24px 24px 64px; }
main.narrow { max-width: 560px; padding-top: 12vh; } main.wide { max-width: 1120px; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.015em; text-wrap: balance; }
.lead { margin-top: 8px; max-width: 62ch; color: var(--ink-soft); font-size: 1.0625rem; }
.narrow .button { margin-top: 28px; } .trace { margin-top: 40px; color: var(--ink-soft); font-size: 0.875rem; } code { overflow-wrap: anywhere; }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 8px 20px; border: 0; border-radius: 10px; background: var(--accent); color: var(--accent-ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--accent-hover); }
.note { display: flex; gap: 10px; margin-top: 20px; padding: 12px 16px; border-radius: 10px; background: var(--accent-tint); color: var(--accent-tint-ink); }
.group { margin-top: 36px; } .group h2 { margin-bottom: 12px; font-size: 1rem; font-weight: 600; color: var(--ink-soft); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); gap: 12px; margin: 0; padding: 0; list-style: none; }
.card { display: flex; gap: 14px; align-items: flex-start; width: 100%; height: 100%; min-height: 92px; padding: 16px; border: 1px solid var(--line); border-radius: 16px; background: var(--surface); color: inherit; font: inherit; text-align: start; cursor: pointer; transition: border-color 90ms, box-shadow 90ms; }
.card:hover { border-color: var(--accent); box-shadow: var(--shadow); }
.card:active { background: var(--surface-hover); }
.face { flex: none; display: grid; place-items: center; width: 44px; height: 44px; border-radius: 50%; background: var(--accent-tint); color: var(--accent-tint-ink); font-weight: 600; font-size: 0.9375rem; }
.home .face { background: var(--home-tint); color: var(--home-ink); } .learners .face { background: var(--learner-tint); color: var(--learner-ink); } .office .face { background: var(--office-tint); color: var(--office-ink); }
.who { display: grid; gap: 2px; min-width: 0; } .who b { font-weight: 600; overflow-wrap: anywhere; } .who .role { color: var(--accent-tint-ink); font-size: 0.8125rem; font-weight: 500; } .home .role { color: var(--home-ink); } .learners .role { color: var(--learner-ink); } .office .role { color: var(--office-ink); }
.who small { color: var(--ink-soft); font-size: 0.875rem; line-height: 1.45; }
.search { margin-top: 44px; padding-top: 28px; border-top: 1px solid var(--line); } .search label { display: block; font-weight: 600; } .search form { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 16px; max-width: 480px; }
.search input { flex: 1 1 220px; min-height: 44px; padding: 8px 14px; border: 1px solid var(--line-strong); border-radius: 10px; background: var(--surface); color: inherit; font: inherit; }
.search .button { background: transparent; color: var(--accent); box-shadow: inset 0 0 0 1px var(--line-strong); } .search .button:hover { background: var(--surface-hover); }
.empty { color: var(--ink-soft); }
@media (max-width: 480px) { .top { padding: 12px 16px; } main { padding: 16px 16px 48px; } h1 { font-size: 1.5rem; } .card { min-height: 76px; } }
@media (prefers-reduced-motion: reduce) { .card { transition: none; } }
@media (forced-colors: active) { .card, .button { border: 1px solid; } }
`;

/** The address changes with the content, so browsers may keep it. */
export const STYLE_PATH = `/sign-in/page.css?${createHash('sha256').update(STYLE).digest('hex').slice(0, 10)}`;
