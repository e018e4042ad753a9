export { Database, type DatabaseOptions, type QueryBuilder } from './database.ts';
export { asSystem, AuditUnavailable, dangerouslySwitchProvider, inTransaction, type Transaction, type TransactionScope } from './transaction.ts';
export { migrate, MigrationError } from './migrate.ts';
export type { Tables } from '../../db/generated/tables.ts';
export { assertWalls, findWallFaults, WallsBroken } from './walls.ts';
