import { Card, EmptyState, List, ListItem, Page, PageHeader, QueryState, Section, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { listAssessedGroups } from '../../contract/index.ts';
import { OwnSheets } from '../assessment/OwnSheets.tsx';
import { useText } from '../messages.ts';
import { gradebookAddress } from './addresses.ts';

/** The teacher's groups, each with its grade book. */
export default function GroupsPage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const groups = useEndpoint(listAssessedGroups, { params: { educationProviderId } });
  return (
    <Page>
      <PageHeader title={t('teaching.gradebook.groupsTitle')} subtitle={t('teaching.gradebook.groupsHelp')} />
      <OwnSheets educationProviderId={educationProviderId} />
      <QueryState query={groups}>
        {(read) =>
          read.groups.length === 0 ? (
            <EmptyState icon="group" title={t('teaching.gradebook.noGroups')} />
          ) : (
            <Section title={t('teaching.gradebook.groups')}>
            <Card padding="list">
              <List label={t('teaching.gradebook.groupsTitle')}>
                {read.groups.map((group) => (
                  <ListItem
                    key={group.groupId}
                    href={gradebookAddress(educationProviderId, group.groupId)}
                    title={group.name}
                    leading={group.subject && <SubjectChip hue={subjectHue(group.subject.code)}>{group.subject.code}</SubjectChip>}
                    detail={`${t('teaching.gradebook.groupLine', { learners: group.learnerCount, items: group.itemCount })}${group.lastHeldOn === null ? '' : ` · ${format.day(group.lastHeldOn)}`}`}
                  />
                ))}
              </List>
            </Card>
            </Section>
          )
        }
      </QueryState>
    </Page>
  );
}
