import { listAlong, listDays, listRealDays, nameDay } from '../days.ts';
import { over, type PartyRule } from '../rule.ts';
import { numberOf, type Party, type Placed, type Situation } from '../situation.ts';

type PlaceOf = (one: Placed, situation: Situation) => string;

const buildingOf: PlaceOf = ({ room, realRooms }, { school }) => school.rooms.get(realRooms[0] ?? room)?.building ?? '';
const roomOf: PlaceOf = ({ room }) => room;

interface Change {
  readonly from: Placed;
  readonly to: Placed;
}

/** Where they go from one place to another along some slots; what has no place does not count. */
function listChanges(party: Party, slots: readonly number[], placeOf: PlaceOf, situation: Situation): Change[] {
  const along = listAlong(party, slots).filter((one) => placeOf(one, situation) !== '');
  return along.flatMap((to, index) => {
    const from = along[index - 1];
    return from !== undefined && placeOf(from, situation) !== placeOf(to, situation) ? [{ from, to }] : [];
  });
}

/** They change place at most so many times a day. */
const perDay =
  (days: (situation: Situation) => number[][], placeOf: PlaceOf, field: string): PartyRule =>
  (party, { element }, situation) => {
    const most = numberOf(element, field);
    return days(situation).flatMap((slots) => {
      const count = listChanges(party, slots, placeOf, situation).length;
      return over(count - most, () => `${party.name} changes place ${count} times on ${nameDay(situation, slots)}, at most ${most} allowed`);
    });
  };

/** They change place at most so many times a week. */
const perWeek =
  (placeOf: PlaceOf, field: string): PartyRule =>
  (party, { element }, situation) => {
    const most = numberOf(element, field);
    const count = listDays(situation).reduce((sum, slots) => sum + listChanges(party, slots, placeOf, situation).length, 0);
    return over(count - most, () => `${party.name} changes place ${count} times a week, at most ${most} allowed`);
  };

/** So many hours are free where they change place. */
const minGaps =
  (placeOf: PlaceOf, field: string): PartyRule =>
  (party, { element }, situation) => {
    const least = numberOf(element, field);
    return listDays(situation).flatMap((slots) =>
      listChanges(party, slots, placeOf, situation).flatMap(({ from, to }) =>
        over(least - (to.hour - from.end), () => `${party.name} has ${to.hour - from.end} hours to get from ${from.room} to ${to.room} on ${nameDay(situation, slots)}, at least ${least} wanted`),
      ),
    );
  };

export const PLACE_RULES: Readonly<Record<string, PartyRule>> = {
  MaxBuildingChangesPerDay: perDay(listDays, buildingOf, 'Max_Building_Changes_Per_Day'),
  MaxBuildingChangesPerRealDay: perDay(listRealDays, buildingOf, 'Max_Building_Changes_Per_Day'),
  MaxBuildingChangesPerWeek: perWeek(buildingOf, 'Max_Building_Changes_Per_Week'),
  MinGapsBetweenBuildingChanges: minGaps(buildingOf, 'Min_Gaps_Between_Building_Changes'),
  MaxRoomChangesPerDay: perDay(listDays, roomOf, 'Max_Room_Changes_Per_Day'),
  MaxRoomChangesPerRealDay: perDay(listRealDays, roomOf, 'Max_Room_Changes_Per_Day'),
  MaxRoomChangesPerWeek: perWeek(roomOf, 'Max_Room_Changes_Per_Week'),
  MinGapsBetweenRoomChanges: minGaps(roomOf, 'Min_Gaps_Between_Room_Changes'),
};
