export { describeReport, type ImportReport, type WrittenRow } from './import-report.ts';
export { ProviderMissing, runImport, UnknownProvider, type ImportOptions } from './run-import.ts';
export { IMPORT_KINDS, type ImportKind } from './pipeline/import-kind.ts';
export { exchangeModule } from './module.ts';
export { exportRoster } from './export/export-roster.ts';
export { fetchCurriculumFile, type CurriculumOrder, type FetchedFile } from './curriculum/fetch-to-file.ts';
