import { isAble, type DeskRegion, type DeskWidget, type DeskWidgetComponent, type Me } from '@digione/platform/web';
import { modules } from '../modules.ts';
import type { Desk } from './desk-query.ts';

const known: readonly DeskWidget[] = modules.flatMap((module) => module.deskWidgets ?? []);

/** One card to draw: the server's data and the component of the module that knows it. */
export interface DeskCardData {
  readonly key: string;
  readonly region: DeskRegion;
  readonly educationProviderId: string | null;
  /** Which provider tells this, where two tell the same. */
  readonly origin: Me['identities'][number]['providerName'] | undefined;
  readonly data: unknown;
  readonly Component: DeskWidgetComponent;
}

/** Whether any service has a card for this person. */
export const hasDeskWidgets = (me: Me): boolean => known.some((widget) => isAble(me, widget.needs));

/** The cards in the order of their modules; data of a card that no module draws here is left out. */
export function cardsOf(me: Me, desk: Desk): DeskCardData[] {
  return desk.widgets
    .flatMap((sent) => {
      const widget = known.find((one) => one.id === sent.id && isAble(me, one.needs));
      return widget ? [{ sent, widget }] : [];
    })
    .sort((a, b) => a.widget.order - b.widget.order || a.sent.order - b.sent.order)
    .map(({ sent, widget }) => ({
      key: `${sent.id} ${sent.educationProviderId ?? ''}`,
      region: sent.region,
      educationProviderId: sent.educationProviderId,
      origin: desk.widgets.some((other) => other.id === sent.id && other !== sent) ? me.identities.find((one) => one.educationProviderId === sent.educationProviderId)?.providerName : undefined,
      data: sent.data,
      Component: widget.Component,
    }));
}
