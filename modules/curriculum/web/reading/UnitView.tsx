import { use, useEffect } from 'react';
import type { SubjectLine, Unit, UnitPlace } from '@digione/curriculum/contract';
import { Chip, EmptyState, Link, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useFormat, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said, withoutLabel } from '../text/said.ts';
import { Rich, Said, TextLanguageContext } from '../text/Said.tsx';
import { curriculumHref } from './addresses.ts';
import { ObjectiveItem } from './ObjectiveItem.tsx';
import { unitTitle } from './unit-title.ts';

const partId = (key: string): string => `part-${key}`;

interface UnitViewProps {
  readonly unit: Unit;
  readonly subject: SubjectLine;
  readonly editionId: string;
  /** Of a module: the local study units that are made of it. */
  readonly studyUnits: readonly UnitPlace[];
}

/** The objectives of a grade level or module, with contents and competences beside them. */
export function UnitView({ unit, subject, editionId, studyUnits }: UnitViewProps) {
  const t = useText();
  const format = useFormat();
  const language = use(TextLanguageContext);
  const [part] = useSearchParam('part');
  useEffect(() => {
    if (part !== '') document.querySelector(`#${CSS.escape(partId(part))}`)?.scrollIntoView({ block: 'center' });
  }, [part]);
  const { line } = unit;
  const hours = unit.sections.find(({ kind }) => kind === 'tuntijako');
  const isEmpty = unit.objectiveGroups.length === 0 && unit.contentAreas.length === 0 && unit.sections.length === 0 && unit.modules.length === 0 && unit.competenceNotes.length === 0 && studyUnits.length === 0;
  return (
    <article className="curriculum-unit">
      <header className="curriculum-unit-header">
        <h2>
          <Said text={subject.name} /> · {unitTitle(line, language, t)}
        </h2>
        <p className="curriculum-unit-facts">
          {subject.code && <SubjectChip hue={subjectHue(subject.code)}>{subject.code}</SubjectChip>}
          {line.credits !== null && <Chip>{t('curriculum.unit.credits', { count: format.number(line.credits) })}</Chip>}
          {hours !== undefined && <Chip>{said(hours.text, language).text.replaceAll(/<[^>]+>/g, '')}</Chip>}
        </p>
      </header>
      {isEmpty && <EmptyState icon="book" title={t('curriculum.unit.empty')} />}
      <div className="curriculum-columns">
        <div className="curriculum-main">
          {unit.modules.length > 0 && <Modules unit={unit} subject={subject} editionId={editionId} />}
          {studyUnits.length > 0 && <StudyUnits places={studyUnits} subject={subject} />}
          {unit.objectiveGroups.length > 0 && (
            <section aria-labelledby="curriculum-objectives">
              <h3 id="curriculum-objectives">{t('curriculum.objectives')}</h3>
              {unit.objectiveGroups.map((group) => (
                <div key={group.key ?? 'all'} className="curriculum-group">
                  {group.name !== null && <h4 {...langOf(group.name, language)}>{said(group.name, language).text}</h4>}
                  <Rich html={group.lead} />
                  <ol className="curriculum-objectives">
                    {group.objectives.map((objective) => (
                      <ObjectiveItem key={objective.key} id={partId(objective.key)} objective={objective} isSought={objective.key === part} />
                    ))}
                  </ol>
                </div>
              ))}
            </section>
          )}
          {unit.sections.filter((section) => section !== hours).map(({ kind, title, text }, index) => (
            <section key={`${kind} ${String(index)}`} className="curriculum-section">
              {title !== null && <Said as="h3" text={title} />}
              <Rich html={text} />
            </section>
          ))}
        </div>
        {(unit.contentAreas.length > 0 || unit.competenceNotes.length > 0) && (
          <div className="curriculum-beside">
            {unit.contentAreas.length > 0 && <Contents unit={unit} sought={part} />}
            {unit.competenceNotes.length > 0 && (
              <section aria-labelledby="curriculum-competences">
                <h3 id="curriculum-competences">{t('curriculum.competences')}</h3>
                {unit.competenceNotes.map((note) => (
                  <div key={note.key}>
                    {note.name !== null && <h4 {...langOf(note.name, language)}>{said(note.name, language).text}</h4>}
                    <Rich html={note.text} />
                  </div>
                ))}
              </section>
            )}
          </div>
        )}
      </div>
    </article>
  );
}

function langOf(text: Unit['line']['name'], language: Parameters<typeof said>[1]): { lang?: string } {
  return { lang: said(text, language).language };
}

function Contents({ unit, sought }: { unit: Unit; sought: string }) {
  const t = useText();
  const language = use(TextLanguageContext);
  return (
    <section aria-labelledby="curriculum-contents">
      <h3 id="curriculum-contents">{t('curriculum.contents')}</h3>
      {unit.contentAreas.map((area) => (
        <div key={area.key} id={partId(area.key)} className="curriculum-content" data-sought={area.key === sought || undefined}>
          {area.name !== null && (
            <h4 {...langOf(area.name, language)}>
              {area.label !== null && <span className="curriculum-label">{area.label}</span>} {withoutLabel(said(area.name, language).text, area.label)} {area.isLocal && <Chip tone="info">{t('curriculum.level.local')}</Chip>}
            </h4>
          )}
          <Rich html={area.description} />
          {area.items.length > 0 && (
            <ul>
              {area.items.map((item) => (
                <li key={item.key} id={partId(item.key)} data-sought={item.key === sought || undefined} {...langOf(item.text, language)}>
                  {said(item.text, language).text}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}

/** What a study unit is made of. */
function Modules({ unit, subject, editionId }: { unit: Unit; subject: SubjectLine; editionId: string }) {
  const t = useText();
  const provider = useProviderId();
  const language = use(TextLanguageContext);
  return (
    <section aria-labelledby="curriculum-modules">
      <h3 id="curriculum-modules">{t('curriculum.modules')}</h3>
      <ul>
        {unit.modules.map((module) => (
          <li key={module.key}>
            <Link href={curriculumHref({ edition: editionId, subject: subject.key, unit: module.key, provider })}>{unitTitle(module, language, t)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The school's study units that a module is part of. */
function StudyUnits({ places, subject }: { places: readonly UnitPlace[]; subject: SubjectLine }) {
  const t = useText();
  const provider = useProviderId();
  const language = use(TextLanguageContext);
  return (
    <section aria-labelledby="curriculum-study-units">
      <h3 id="curriculum-study-units">{t('curriculum.outline.studyUnits')}</h3>
      <ul>
        {places.map(({ editionId, unit }) => (
          <li key={unit.key}>
            <Link href={curriculumHref({ edition: editionId, subject: subject.key, unit: unit.key, provider })}>{unitTitle(unit, language, t)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
