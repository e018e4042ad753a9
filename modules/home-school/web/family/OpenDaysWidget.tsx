import type { OpenDaysCard } from '@digione/home-school/contract';
import { LinkButton } from '@digione/platform/ui';
import type { DeskWidgetProps } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { OpenDayCard } from './OpenDayCard.tsx';

/** So many at once; more are on the children's pages. */
const SHOWN = 3;

/** Waiting: what the school asks the home about. */
export default function OpenDaysWidget({ data, educationProviderId }: DeskWidgetProps<OpenDaysCard>) {
  const t = useText();
  if (educationProviderId === null) return null;
  return (
    <>
      {data.days.slice(0, SHOWN).map((day) => (
        <OpenDayCard key={`${day.learnerId} ${day.heldOn}`} day={day} educationProviderId={educationProviderId} types={data.types} />
      ))}
      {data.days.length > SHOWN && (
        <LinkButton href="/children" kind="quiet">
          {t('homeSchool.open.more', { count: data.days.length - SHOWN })}
        </LinkButton>
      )}
    </>
  );
}
