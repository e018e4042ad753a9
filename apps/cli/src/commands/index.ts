import type { Command } from '../command.ts';
import { check } from './check.ts';
import { exportCommand } from './export.ts';
import { grant } from './grant.ts';
import { importCommand } from './import.ts';
import { koski } from './koski.ts';
import { migrateCommand } from './migrate.ts';
import { seed } from './seed.ts';
import { solveCommand } from './solve.ts';
import { standIn } from './stand-in.ts';
import { start } from './start.ts';
import { token } from './token.ts';

export const commands: readonly Command[] = [start, migrateCommand, seed, importCommand, exportCommand, grant, token, check, koski, standIn, solveCommand];
