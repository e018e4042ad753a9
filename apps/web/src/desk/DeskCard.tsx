import { Card, ErrorState } from '@digione/platform/ui';
import { widgetProps } from '@digione/platform/web';
import { Component, type ReactNode } from 'react';
import { reloadIfOutdated } from '../new-version.ts';
import type { DeskCardData } from './desk-cards.ts';

/** A card of the desk; one that fails says so and leaves the others alone. */
export function DeskCard({ card }: { card: DeskCardData }) {
  const { Component: Widget } = card;
  return (
    <CardBoundary>
      <Widget {...widgetProps(card.data, card.educationProviderId)} />
    </CardBoundary>
  );
}

class CardBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch() {
    void reloadIfOutdated();
  }

  override render() {
    return this.state.error === undefined ? this.props.children : (
      <Card padding="list">
        <ErrorState error={this.state.error} isCompact />
      </Card>
    );
  }
}
