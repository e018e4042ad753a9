// Old syntax on purpose: an old Node must get as far as the sentence.
var WANTED = [20, 19];

var have = process.versions.node.split('.').map(Number);
if (have[0] < WANTED[0] || (have[0] === WANTED[0] && have[1] < WANTED[1])) {
  console.error('DigiOne needs Node ' + WANTED.join('.') + ' or newer, this is Node ' + process.versions.node + ': install a newer one from https://nodejs.org and try again.');
  process.exit(1);
}
