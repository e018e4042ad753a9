/** Text and not a file, so that the bundled program carries it. */
export default `:root { color-scheme: light dark; --paper: #f7f5f1; --sheet: #fff; --ink: #1d1f20; --soft: #55595b; --line: #dedbd4; --accent: #15566b; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181a; --sheet: #1d2123; --ink: #eceae6; --soft: #b3b6b7; --line: #33383a; --accent: #7cc4d9; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.9rem; margin: 0 0 0.5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem; }
p { max-width: 44rem; color: var(--soft); }
a { color: var(--accent); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--sheet); }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: start; padding: 0.55rem 0.9rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
th { color: var(--soft); font-weight: 600; }
code { font: 0.85rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
td:first-child code { color: var(--accent); font-weight: 700; }
`;
