import { IconButton, LinkButton, Page, PageHeader, QueryState, Skeleton, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useEndpoint, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { getGradebook } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { Book } from './Book.tsx';

/** A teaching group's grade book. */
export default function GradebookPage() {
  const t = useText();
  const format = useFormat();
  const params = { educationProviderId: useProviderId(), groupId: useParam('groupId') };
  const book = useEndpoint(getGradebook, { params });
  const group = book.data;
  return (
    <Page width="wide">
      <PageHeader
        title={group?.groupName ?? t('teaching.gradebook.title')}
        back={{ href: `/assessment?provider=${params.educationProviderId}`, label: t('teaching.gradebook.groupsTitle') }}
        {...(group && {
          documentTitle: t('teaching.gradebook.documentTitle', { group: group.groupName }),
          subtitle: (
            <>
              {group.subject && <SubjectChip hue={subjectHue(group.subject.code)}>{format.name(group.subject.name)}</SubjectChip>} {format.name(group.schoolName)}
            </>
          ),
        })}
        actions={
          <>
            {group?.subject && (
              <LinkButton icon="book" href={`/curriculum?group=${params.groupId}&provider=${params.educationProviderId}`}>
                {t('teaching.gradebook.curriculum')}
              </LinkButton>
            )}
            <IconButton icon="print" label={t('teaching.gradebook.print')} onPress={() => window.print()} />
          </>
        }
      />
      <QueryState query={book} loading={<Skeleton rows={12} />}>
        {(read) => <Book key={params.groupId} params={params} read={read} />}
      </QueryState>
    </Page>
  );
}
