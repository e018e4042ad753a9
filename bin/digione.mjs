#!/usr/bin/env node
// The command `digione`: makes sure that everything is installed and built, then runs the product in this very process,
// so that a signal reaches it once and no go-between is left behind.
import './lib/check-node.mjs';

// Not awaited at the top: that, too, is syntax an old Node refuses before it says a word.
void import('./lib/run.mjs').then((program) => program.run());
