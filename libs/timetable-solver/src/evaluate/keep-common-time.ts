import { listNamedResources, listNamedTimes, type KeepCommonTime } from '../model/index.ts';
import type { Finding } from './finding.ts';
import { resourceName, someNames } from './names.ts';
import type { Timetable } from './timetable.ts';

/** A team can meet: at enough of the times named all of them are free. */
export function* measureKeepCommonTime({ appliesTo, among, amount }: KeepCommonTime, timetable: Timetable): Generator<Finding> {
  const { instance } = timetable;
  const team = listNamedResources(instance, appliesTo);
  const count = listNamedTimes(instance, among).filter((time) => !team.some((resource) => timetable.isBusy(resource, time))).length;
  if (count >= amount) return;
  const resources = (): string => someNames(team.map((resource) => resourceName(instance, resource)));
  yield { point: { kind: 'instance' }, deviation: amount - count, why: () => [{ key: 'no-common-time', values: { count, limit: amount, resources: resources() } }] };
}
