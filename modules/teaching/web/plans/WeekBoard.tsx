import { Button, Icon } from '@digione/platform/ui';
import { useFormat, useToday } from '@digione/platform/web';
import { addDays } from '@digione/local-date';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import type { GroupPlan, PlanUnit } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { mondayAway, placeUnits, weeksOf, type PlacedUnit } from './weeks.ts';
import './plan.css';

export interface WeekBoardProps {
  readonly plan: GroupPlan;
  readonly onOpen: (unit: PlanUnit) => void;
  readonly onMove: (unit: PlanUnit, startsOn: string) => void;
  readonly onAdd: (startsOn: string) => void;
}

const lanesOf = (lanes: number): CSSProperties & Record<'--lanes', number> => ({ '--lanes': lanes });
const rows = (from: number, to: number): CSSProperties => ({ gridRow: `${from + 1} / ${to + 2}` });

/** The year's weeks under each other, units beside them; a unit is dragged over weeks, or moved by the arrow keys, and its lessons follow. */
export function WeekBoard({ plan, onOpen, onMove, onAdd }: WeekBoardProps) {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  const weeks = weeksOf(plan);
  const placed = placeUnits(plan.units, weeks);
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  const board = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number>();
  return (
    <div ref={board} className="teaching-board" style={lanesOf(lanes)}>
      {weeks.map((week, index) => (
        <div
          key={week.monday}
          className="teaching-board-week"
          data-index={index}
          data-now={(week.monday <= today && today <= addDays(week.monday, 6)) || undefined}
          data-empty={week.lessons === 0 || undefined}
          data-over={over === index || undefined}
          style={rows(index, index)}
        >
          <span className="ui-numbers">
            <b>{t('teaching.plan.week', { week: week.week })}</b> {format.date(week.monday, 'short')}
          </span>
          <span className="ui-muted">{week.holiday !== null && week.lessons === 0 ? format.name(week.holiday) : t('teaching.plan.lessons', { count: week.lessons })}</span>
          {plan.can.edit && plan.plan !== null && week.lessons > 0 && !placed.some(({ from, to }) => from <= index && index <= to) && (
            <Button kind="quiet" size="sm" icon="plus" onPress={() => onAdd(week.monday)} aria-label={t('teaching.plan.addIn', { week: week.week })}>
              {t('teaching.plan.add')}
            </Button>
          )}
        </div>
      ))}
      {placed.map((one) => (
        <UnitBar key={one.unit.planUnitId} placed={one} canEdit={plan.can.edit} weekAt={(event) => weekUnder(board.current, event)} onOver={setOver} onOpen={onOpen} onMoveTo={(by) => move(one, by)} />
      ))}
    </div>
  );

  function move({ unit, from }: PlacedUnit, by: number): void {
    const startsOn = mondayAway(weeks, from, by);
    if (startsOn !== undefined && by !== 0) onMove(unit, startsOn < plan.year.startsOn ? plan.year.startsOn : startsOn);
  }
}

/** The week beside the pointer. */
function weekUnder(board: HTMLElement | null, event: PointerEvent): number | undefined {
  for (const week of board?.querySelectorAll<HTMLElement>('.teaching-board-week') ?? []) {
    const { top, bottom } = week.getBoundingClientRect();
    if (event.clientY >= top && event.clientY < bottom) return Number(week.dataset['index']);
  }
  return undefined;
}

interface UnitBarProps {
  readonly placed: PlacedUnit;
  readonly canEdit: boolean;
  readonly weekAt: (event: PointerEvent) => number | undefined;
  readonly onOver: (week: number | undefined) => void;
  readonly onOpen: (unit: PlanUnit) => void;
  readonly onMoveTo: (by: number) => void;
}

function UnitBar({ placed: { unit, from, to, lane }, canEdit, weekAt, onOver, onOpen, onMoveTo }: UnitBarProps) {
  const t = useText();
  const format = useFormat();
  const [grabbed, setGrabbed] = useState<number>();
  const release = (event: PointerEvent) => {
    const [start, end] = [grabbed, weekAt(event)];
    setGrabbed(undefined);
    onOver(undefined);
    if (start !== undefined && end !== undefined) onMoveTo(end - start);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onMoveTo(by);
  };
  return (
    <div className="teaching-board-unit" data-grabbed={grabbed !== undefined || undefined} style={{ ...rows(from, to), gridColumn: lane + 2 }}>
      <button type="button" className="teaching-board-name" onClick={() => onOpen(unit)}>
        <b>{unit.name}</b>
        <span>{[t('teaching.plan.lessons', { count: unit.lessonCount }), unit.objectiveKeys.length === 0 ? null : t('teaching.plan.objectiveCount', { count: unit.objectiveKeys.length })].filter(Boolean).join(' · ')}</span>
        {unit.endsOn === null && <span>{t('teaching.plan.tooLong')}</span>}
      </button>
      {canEdit && (
        <button
          type="button"
          className="teaching-board-grip"
          aria-label={t('teaching.plan.move', { name: unit.name, when: format.day(unit.startsOn) })}
          title={t('teaching.plan.moveHelp')}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setGrabbed(weekAt(event));
          }}
          onPointerMove={(event) => grabbed !== undefined && onOver(weekAt(event))}
          onPointerUp={release}
          onPointerCancel={() => {
            setGrabbed(undefined);
            onOver(undefined);
          }}
        >
          <Icon name="sort" size={16} />
        </button>
      )}
    </div>
  );
}
