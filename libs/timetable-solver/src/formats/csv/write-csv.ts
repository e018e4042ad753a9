import { listSeated, UNASSIGNED, type Instance, type Solution } from '../../model/index.ts';

/** Excel in Finland opens semicolons; the mark tells it that the text is UTF-8. */
const MARK = '\uFEFF';

/** @returns a cell: quoted where it must be, and never a formula to a spreadsheet */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Writes a timetable as CSV for people: a row per meet with its event, time, number of times, and a column per type of resource. A
 * meet without a time has an empty one.
 * @param resource only what this one takes part in or has a seat in; everything where left out
 */
export function writeCsv(instance: Instance, solution: Solution, resource?: number): string {
  const types = instance.resourceTypes.map(({ name }) => name);
  const seated = new Set(resource === undefined ? [] : listSeated(instance, solution, resource));
  const rows = solution.events.flatMap((meets, event) =>
    meets
      .filter(({ resources }) => resource === undefined || resources.includes(resource) || seated.has(event))
      .map(({ time, duration, resources }) => ({
        time,
        cells: [
          instance.events[event]?.id ?? '',
          instance.events[event]?.name ?? '',
          time === UNASSIGNED ? '' : (instance.times[time]?.name ?? ''),
          String(duration),
          ...types.map((_, type) => namesOf(instance, resources, type)),
        ],
      })),
  );
  // In the order of the week, what has no time last.
  const last = instance.times.length;
  rows.sort((one, other) => (one.time === UNASSIGNED ? last : one.time) - (other.time === UNASSIGNED ? last : other.time));
  const lines = [['Id', 'Event', 'Time', 'Duration', ...types], ...rows.map(({ cells }) => cells)];
  return MARK + lines.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('');
}

function namesOf({ resources }: Instance, indices: readonly number[], type: number): string {
  return [...new Set(indices)].flatMap((index) => (resources[index]?.type === type ? [resources[index].name] : [])).join(', ');
}
