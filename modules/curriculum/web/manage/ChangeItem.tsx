import type { Change } from '@digione/curriculum/contract';
import { Chip } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said } from '../text/said.ts';
import '../reading/curriculum.css';

const TONES = { added: 'success', removed: 'danger', changed: 'info', rekeyed: 'neutral' } as const;

/** One part that changed: where it stands, what it said before and says now. */
export function ChangeItem({ change, level = 2 }: { change: Change; level?: 2 | 3 }) {
  const t = useText();
  const { language } = useFormat();
  const Heading = level === 2 ? 'h2' : 'h3';
  const place = change.trail.map((one) => said(one.name, language).text || one.label).filter(Boolean);
  return (
    <li className="curriculum-change">
      <p className="curriculum-hit-place">
        <Chip tone={TONES[change.change]}>{t(`curriculum.difference.${change.change}`)}</Chip> {place.join(' › ')}
      </p>
      <Heading className="ui-muted">{change.kind === 'subject-stage' && change.label !== null ? t('curriculum.unit.grades', { grades: change.label, count: change.label.length }) : said(change.name, language).text || change.label || change.key}</Heading>
      {change.change === 'changed' &&
        change.fields.map(({ field, language: of, before, after }) => (
          <dl key={`${field} ${of ?? ''}`} {...(of !== null && { lang: of })}>
            <div>
              <dt lang={language}>{t('curriculum.difference.before')}</dt>
              <dd>
                <del>{before ?? '–'}</del>
              </dd>
            </div>
            <div>
              <dt lang={language}>{t('curriculum.difference.after')}</dt>
              <dd>
                <ins>{after ?? '–'}</ins>
              </dd>
            </div>
          </dl>
        ))}
    </li>
  );
}
