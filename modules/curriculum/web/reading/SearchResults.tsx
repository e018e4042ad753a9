import { use } from 'react';
import { searchCurriculum, type Hit } from '@digione/curriculum/contract';
import { EmptyState, Link, QueryState, Skeleton, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useEndpoint, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said, withoutLabel } from '../text/said.ts';
import { TextLanguageContext } from '../text/Said.tsx';
import { curriculumHref } from './addresses.ts';
import { unitTitle } from './unit-title.ts';

/** What was found, each with its place; it opens on that very part. */
export function SearchResults({ editionId, query, language }: { editionId: string; query: string; language: 'fi' | 'sv' }) {
  const t = useText();
  const educationProviderId = useProviderId();
  const found = useEndpoint(searchCurriculum, { params: { educationProviderId, editionId }, query: { q: query, language } });
  return (
    <QueryState query={found} loading={<Skeleton rows={6} />}>
      {({ hits, total }) => (
        <section aria-labelledby="curriculum-found">
          <div role="status">
            <h2 id="curriculum-found">{t('curriculum.search.found', { count: total, query })}</h2>
          </div>
          {hits.length === 0 ? (
            <EmptyState icon="search" title={t('curriculum.search.none')}>
              {t('curriculum.search.noneHelp')}
            </EmptyState>
          ) : (
            <ol className="curriculum-hits">
              {hits.map((hit) => (
                <HitItem key={hit.key} hit={hit} editionId={editionId} provider={educationProviderId} />
              ))}
            </ol>
          )}
          {total > hits.length && <p className="ui-muted">{t('curriculum.search.more', { count: total - hits.length })}</p>}
        </section>
      )}
    </QueryState>
  );
}

function HitItem({ hit, editionId, provider }: { hit: Hit; editionId: string; provider: string }) {
  const t = useText();
  const language = use(TextLanguageContext);
  const text = said(hit.text, language);
  const shown = withoutLabel(text.text, hit.label) || unitTitle(hit.unit, language, t);
  return (
    <li>
      <p className="curriculum-hit-place">
        {hit.subject?.code && <SubjectChip hue={subjectHue(hit.subject.code)}>{said(hit.subject.name, language).text}</SubjectChip>} {unitTitle(hit.unit, language, t)} · {t(`curriculum.kind.${hit.kind}`)} {hit.label}
      </p>
      <Link href={curriculumHref({ edition: editionId, subject: hit.subject?.key, unit: hit.unit.key, part: hit.key, provider })}>
        <span lang={text.language}>{shown}</span>
      </Link>
    </li>
  );
}
