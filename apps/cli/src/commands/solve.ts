import type { Command } from '../command.ts';

export const solveCommand: Command = {
  name: 'solve',
  summary: 'search for a good timetable of the school, or tray, in a file',
  usage: ['INPUT [--seconds 60] [--threads 2] [--seed 1] [--from FILE] [--out FILE] [--json]'],
  options: {
    format: { type: 'string' },
    seconds: { type: 'string' },
    iterations: { type: 'string' },
    threads: { type: 'string' },
    seed: { type: 'string' },
    instance: { type: 'string' },
    start: { type: 'string' },
    from: { type: 'string' },
    language: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    'format FORMAT': 'auto (default), xhstt, fet or tray (an upper-secondary tray as JSON; see the README of libs/timetable-solver)',
    'seconds N': 'how long to search (default 60); Ctrl-C ends it earlier and keeps the best',
    'iterations N': 'instead of seconds: moves per thread; with one thread and one seed the result is always the same',
    'threads N': 'how many processors to use (default: all, at most 8)',
    'seed N': 'where chance begins (default 1)',
    'instance ID': 'which school, where an XHSTT file has several',
    'start GROUP': 'begin from a timetable in the XHSTT file (that of --from, where given): the id of its solution group',
    'from FILE': 'begin from the timetable in a file that --out wrote before, also where the school has changed since',
    'out FILE': 'write the timetable in the format of the input: an XHSTT file, a FET file (.fet), a tray (JSON)',
    'language LANGUAGE': 'fi, sv or en (default: the terminal’s)',
    json: 'print the cost, its curve and the effort as JSON',
  },
  async run(typed) {
    // The solver is loaded by those who solve.
    const { runSolve } = await import('../timetable/solve.ts');
    return runSolve(typed);
  },
};
