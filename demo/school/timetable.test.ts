import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../rows/random.ts';
import { cellSlot, cellWeekday, CELLS, placeLessons, type Activity } from './timetable.ts';

/** Twice in the same cell, for whoever `of` says is there. */
function clashes(activities: readonly Activity[], cells: readonly (readonly number[])[], of: (activity: Activity) => readonly number[]): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  activities.forEach((activity, index) => {
    for (const cell of cells[index] ?? []) {
      for (const who of of(activity)) {
        const key = `${who}@${cell}`;
        if (seen.has(key)) found.push(key);
        seen.add(key);
      }
    }
  });
  return found;
}

/** Two or three homerooms, up to ten teachers, each activity one or more homerooms with as many teachers as groups. */
const input = fc
  .record({ homeroomCount: fc.integer({ min: 1, max: 3 }), teacherCount: fc.integer({ min: 3, max: 10 }), gymCount: fc.integer({ min: 1, max: 2 }) })
  .chain((sizes) =>
    fc
      .array(
        fc.record({
          homerooms: fc.subarray(Array.from({ length: sizes.homeroomCount }, (_, index) => index), { minLength: 1 }),
          teachers: fc.subarray(Array.from({ length: sizes.teacherCount }, (_, index) => index), { minLength: 1, maxLength: 2 }),
          lessons: fc.integer({ min: 1, max: 4 }),
          gyms: fc.constantFrom(0, 0, 0, 1),
          secondLessonOn: fc.constant<number[]>([]),
        }),
        { minLength: 1, maxLength: 9 },
      )
      .map((activities) => ({ ...sizes, activities })),
  );

describe('placing the lessons of a week', () => {
  it('never has a homeroom, a teacher or a gym twice at once', () => {
    fc.assert(
      fc.property(input, fc.string(), (each, seed) => {
        const { cells } = placeLessons(each, createRandom(seed));
        expect(clashes(each.activities, cells, ({ homerooms }) => homerooms)).toEqual([]);
        expect(clashes(each.activities, cells, ({ teachers }) => teachers)).toEqual([]);
        for (let cell = 0; cell < CELLS; cell++) {
          const used = each.activities.reduce((sum, { gyms }, index) => sum + (cells[index]?.includes(cell) === true ? gyms : 0), 0);
          expect(used).toBeLessThanOrEqual(each.gymCount);
        }
      }),
    );
  });

  it('places every lesson, and says so when it cannot', () => {
    fc.assert(
      fc.property(input, fc.string(), (each, seed) => {
        const { cells, unplaced } = placeLessons(each, createRandom(seed));
        const wanted = each.activities.reduce((sum, { lessons }) => sum + lessons, 0);
        expect(cells.reduce((sum, list) => sum + list.length, 0) + unplaced).toBe(wanted);
      }),
    );
    const oneTeacher: Activity = { homerooms: [0], teachers: [0], lessons: CELLS + 1, gyms: 0, secondLessonOn: [] };
    expect(placeLessons({ activities: [oneTeacher], homeroomCount: 1, teacherCount: 1, gymCount: 1 }, createRandom('full')).unplaced).toBe(1);
  });

  it('leaves a fixed lesson where it was wished', () => {
    const activities: Activity[] = [
      { homerooms: [0], teachers: [0], lessons: 3, gyms: 0, secondLessonOn: [0, 2, 3] },
      { homerooms: [0], teachers: [0], lessons: 2, gyms: 0, secondLessonOn: [1, 4] },
      { homerooms: [0], teachers: [1], lessons: 20, gyms: 0, secondLessonOn: [] },
    ];
    const { cells, unplaced } = placeLessons({ activities, homeroomCount: 1, teacherCount: 2, gymCount: 1 }, createRandom('fixed'));
    expect(unplaced).toBe(0);
    const second = [...(cells[0] ?? []), ...(cells[1] ?? [])].filter((cell) => cellSlot(cell) === 1).map(cellWeekday).sort();
    expect(second).toEqual([0, 1, 2, 3, 4]);
  });
});
