// Checks who imports whom: `npm run boundaries`. The rules, a sentence each, are in lib/boundary-rules.mjs.
import './lib/check-node.mjs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from './lib/boundary-rules.mjs';
import { findCircles, readImports } from './lib/imports.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { paths, imports } = readImports(root);

const faults = imports.flatMap(({ from, to }) =>
  RULES.filter((rule) => rule.breaks(from, to)).map((rule) => `${from} → ${to.name}\n    ${rule.name}: ${rule.because}`),
);
const circles = findCircles(imports).map((circle) => `${circle.join(' → ')}\n    no-circle: two files that need each other are one idea; join them, or move what both need into a third`);

for (const fault of [...faults, ...circles]) console.error(fault);
const count = faults.length + circles.length;
console.log(`${paths.length} files, ${imports.length} imports, ${count} ${count === 1 ? 'fault' : 'faults'}`);
process.exitCode = count === 0 ? 0 : 1;
