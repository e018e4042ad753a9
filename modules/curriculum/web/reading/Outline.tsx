import { use } from 'react';
import type { SubjectLine, SubjectOutline, UnitPlace } from '@digione/curriculum/contract';
import { Chip, Link, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useFormat, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { Said, TextLanguageContext } from '../text/Said.tsx';
import { curriculumHref } from './addresses.ts';
import { unitTitle } from './unit-title.ts';

/** A subject of upper secondary at a glance: its modules with credits, and under each the school's study units made of it. */
export function Outline({ outline, subject }: { outline: SubjectOutline; subject: SubjectLine }) {
  const t = useText();
  return (
    <article className="curriculum-unit">
      <header className="curriculum-unit-header">
        <h2>
          <Said text={subject.name} />
        </h2>
        {subject.code && (
          <p className="curriculum-unit-facts">
            <SubjectChip hue={subjectHue(subject.code)}>{subject.code}</SubjectChip>
          </p>
        )}
      </header>
      {outline.modules.length > 0 && (
        <section aria-labelledby="curriculum-outline">
          <h3 id="curriculum-outline">{t('curriculum.modules')}</h3>
          <ul className="curriculum-outline">
            {outline.modules.map(({ studyUnits, ...place }) => (
              <li key={place.unit.key}>
                <Place place={place} subject={subject} />
                {studyUnits.length > 0 && (
                  <ul aria-label={t('curriculum.outline.studyUnits')}>
                    {studyUnits.map((one) => (
                      <li key={one.unit.key}>
                        <Place place={one} subject={subject} />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {outline.studyUnits.length > 0 && (
        <section aria-labelledby="curriculum-outline-own">
          <h3 id="curriculum-outline-own">{t('curriculum.outline.own')}</h3>
          <ul className="curriculum-outline">
            {outline.studyUnits.map((one) => (
              <li key={one.unit.key}>
                <Place place={one} subject={subject} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Place({ place: { editionId, unit }, subject }: { place: UnitPlace; subject: SubjectLine }) {
  const t = useText();
  const format = useFormat();
  const provider = useProviderId();
  const language = use(TextLanguageContext);
  return (
    <span className="curriculum-outline-line">
      <Link href={curriculumHref({ edition: editionId, subject: subject.key, unit: unit.key, provider })}>{unitTitle(unit, language, t)}</Link>
      {unit.kind === 'study-unit' && <Chip tone="info">{t('curriculum.kind.study-unit')}</Chip>}
      {unit.credits !== null && <Chip>{t('curriculum.unit.credits', { count: format.number(unit.credits) })}</Chip>}
      {unit.isCompulsory !== null && <span className="ui-muted">{t(unit.isCompulsory ? 'curriculum.outline.compulsory' : 'curriculum.outline.optional')}</span>}
    </span>
  );
}
