import { compareCurricula, readCurriculumFile, type Curriculum } from '@digione/eperusteet';
import { contentHashOf, educationFormOf, getDocument, insertEdition, listStoredEditions } from '@digione/curriculum/server';
import type { Importer } from '../pipeline/import-kind.ts';

const SEVERITY = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** What makes up an edition, as the report counts it. */
const COUNTED = ['subject', 'module', 'study_unit', 'objective'] as const;

function countParts(curriculum: Curriculum): Record<(typeof COUNTED)[number], number> {
  const counts = { subject: 0, module: 0, study_unit: curriculum.studyUnits.length, objective: 0 };
  const visit = (subjects: Curriculum['subjects']): void => {
    for (const { modules, stages, syllabi, objectives } of subjects) {
      counts.subject += 1;
      counts.module += modules.length;
      counts.objective += objectives.length + [...modules, ...stages].reduce((sum, part) => sum + part.objectives.length, 0);
      visit(syllabi);
    }
  };
  visit(curriculum.subjects);
  return counts;
}

/**
 * A curriculum as ePerusteet publishes it. Each published version becomes an edition of its own, which never changes. The operator's stand
 * under the platform and are everybody's to read; those of a main user are their provider's alone.
 */
export const curriculumImporter: Importer = {
  source: 'curriculum-service',
  apart: [...COUNTED],
  async prepare({ tx, report, path, fileName, progress }) {
    progress('reading', 0);
    const { curriculum, findings } = await readCurriculumFile(path);
    for (const { code, severity, path: field, count, value } of findings) {
      report.add(SEVERITY[severity], `curriculum-${code}`, { file: fileName, field, values: { value, count } });
    }
    if (curriculum === null) {
      // The reader says why; a refusal without a reason would be no answer.
      if (!report.hasErrors) report.add('error', 'curriculum-unreadable', { file: fileName });
      return { digest: '', personIds: [], apply: () => Promise.resolve() };
    }
    report.read = 1;
    progress('comparing', 0);
    const stored = await listStoredEditions(tx, curriculum.key);
    const contentHash = contentHashOf(curriculum);
    const digest = `${curriculum.key} ${contentHash}`;
    const isKept = stored.some((one) => one.contentHash === contentHash);
    report.count('curriculum', isKept ? 'unchanged' : 'created');
    if (isKept) return { digest: `${digest} kept`, personIds: [], apply: () => Promise.resolve() };

    for (const [entity, count] of Object.entries(countParts(curriculum))) report.count(entity, 'created', count);
    if (educationFormOf(curriculum) === null) report.add('warning', 'curriculum-other-education', { file: fileName, values: { value: curriculum.educationType ?? '–' } });
    const [newest] = stored;
    if (newest !== undefined) {
      if (newest.publishedAt === curriculum.version) report.add('warning', 'curriculum-same-version', { file: fileName });
      if ((newest.publishedAt ?? '') > (curriculum.version ?? '')) report.add('notice', 'curriculum-older', { file: fileName });
      const { counts } = compareCurricula(await getDocument(tx, tx.educationProviderId ?? '', newest.editionId), curriculum);
      report.add('notice', 'curriculum-difference', { file: fileName, values: { added: counts.added, changed: counts.changed + counts.rekeyed, removed: counts.removed } });
    }
    return {
      digest,
      personIds: [],
      async apply() {
        await insertEdition(tx, curriculum);
      },
    };
  },
};
