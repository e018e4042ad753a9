import { Card, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { numberOfMark, type Shown, type SubjectProgress } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** How high a dot stands, 0–1; undefined for what is said in words or S, H, O: that has no height. */
function heightOf({ scale, value, levels }: Shown): number | undefined {
  if (value === null) return undefined;
  if (scale === 'mark') return ((numberOfMark(value) ?? 4) - 4) / 6.25;
  return scale === 'level' ? (Number(value) - 1) / Math.max(levels - 1, 1) : undefined;
}

/** What stands for a value in words. */
function useValueText(): (shown: Shown) => string {
  const t = useText();
  return ({ scale, value, levels, levelText }) => {
    if (value === null) return t('teaching.learning.inWords');
    return scale === 'level' ? [t('teaching.learning.level', { level: value, levels }), levelText].filter(Boolean).join(': ') : value;
  };
}

/** A subject: each objective as a line of what has been shown of it, in a picture and in words. Nothing is summed up. */
export function Progress({ progress: { subject, shown, objectives } }: { progress: SubjectProgress }) {
  const t = useText();
  const format = useFormat();
  const valueText = useValueText();
  const nameOf = (one: Shown) => one.name ?? t(`teaching.gradebook.kind.${one.kind}`);
  return (
    <Card>
      <div className="teaching-progress">
        {subject !== null && (
          <h3>
            <SubjectChip hue={subjectHue(subject.code)}>{format.name(subject.name)}</SubjectChip>
          </h3>
        )}
        {objectives.length > 0 && (
          <ul className="teaching-progress-objectives" aria-label={t('teaching.learning.objectives')}>
            {objectives.map((objective) => {
              const own = shown.filter(({ objectiveKeys }) => objectiveKeys.includes(objective.key));
              return (
                <li key={objective.key}>
                  <span>
                    {objective.text === null ? objective.label : format.name(objective.text)} <span className="ui-muted">{t('teaching.learning.times', { count: own.length })}</span>
                  </span>
                  <Dots shown={own} label={own.map((one) => t('teaching.learning.dot', { name: nameOf(one), when: format.date(one.heldOn), value: valueText(one) })).join('; ')} />
                </li>
              );
            })}
          </ul>
        )}
        <ul className="teaching-evidence" aria-label={t('teaching.learning.shown')}>
          {shown.toReversed().map((one, index) => (
            <li key={`${one.heldOn} ${String(index)}`}>
              <span className="teaching-evidence-value ui-numbers">{one.scale === 'level' && one.value !== null ? `${one.value}/${one.levels}` : (one.value ?? '–')}</span>
              <span>
                {nameOf(one)}{' '}
                <span className="ui-muted">
                  {one.name !== null && `${t(`teaching.gradebook.kind.${one.kind}`)} `}
                  {format.date(one.heldOn)}
                </span>
                {one.levelText !== null && <span> {one.levelText}</span>}
                {one.words !== null && <q>{one.words}</q>}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

const STEP = 22;
const HEIGHT = 36;

/** Dots in the order of time; the higher, the better it went. */
function Dots({ shown, label }: { shown: readonly Shown[]; label: string }) {
  const width = Math.max(shown.length, 1) * STEP;
  return (
    <svg className="teaching-dots" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <line x1="0" x2={width} y1={HEIGHT - 4} y2={HEIGHT - 4} />
      {shown.map((one, index) => {
        const height = heightOf(one);
        const x = index * STEP + STEP / 2;
        return height === undefined ? <rect key={x} x={x - 4} y={HEIGHT - 12} width="8" height="8" rx="2" /> : <circle key={x} cx={x} cy={HEIGHT - 8 - height * (HEIGHT - 14)} r="5" />;
      })}
    </svg>
  );
}
