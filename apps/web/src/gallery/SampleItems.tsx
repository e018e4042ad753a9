import { Button, Card, List, ListItem, Page, PageHeader, QueryState } from '@digione/platform/ui';
import { useAction, useEndpoint } from '@digione/platform/web';
import { listItems, markItem } from './sample-contract.ts';

/** Reads a list and acts on it: optimistic, with undo. */
export default function SampleItems() {
  const items = useEndpoint(listItems, {});
  const mark = useAction(markItem, {
    optimistic: ({ params, body }, cache) =>
      cache.update(listItems, {}, (data) => ({ items: data.items.map((item) => (item.id === params.itemId ? { ...item, isDone: body.isDone } : item)) })),
    done: ({ name, isDone }) => (isDone ? `${name}: tehty` : `${name}: kesken`),
    undo: ({ id, isDone }) => ({ params: { itemId: id }, body: { isDone: !isDone } }),
  });
  return (
    <Page>
      <PageHeader title="Tehtävät" />
      <QueryState query={items}>
        {(data) => (
          <Card padding="list">
            <List label="Tehtävät">
              {data.items.map(({ id, name, isDone }) => (
                <ListItem key={id} title={name} detail={isDone ? 'tehty' : 'kesken'} trailing={<Button onPress={() => mark.run({ params: { itemId: id }, body: { isDone: !isDone } })}>Merkitse</Button>} />
              ))}
            </List>
          </Card>
        )}
      </QueryState>
    </Page>
  );
}
