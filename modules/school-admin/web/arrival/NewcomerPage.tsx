import { useState } from 'react';
import { SCHOOL_OFFICE, SchoolChoice, useOwnSchools } from '@digione/core-data/web/parts';
import { Page, PageHeader, Skeleton, Stack } from '@digione/platform/ui';
import type { ProblemError } from '@digione/platform/web';
import type { NewcomerIdentity } from '@digione/school-admin/contract';
import { RecentChanges } from '../changes/RecentChanges.tsx';
import { useText } from '../messages.ts';
import { FindForm, type Found } from './FindForm.tsx';
import { FoundPerson } from './FoundPerson.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import './arrival.css';

/** Somebody comes in the middle of the year: found, placed and admitted without leaving the page. */
export default function NewcomerPage() {
  const t = useText();
  const own = useOwnSchools(SCHOOL_OFFICE);
  const { school, isLoading } = own;
  const [asked, setAsked] = useState<{ identity: NewcomerIdentity; found: Found }>();
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<ProblemError>();
  const again = () => {
    setAsked(undefined);
    setProblem(undefined);
    setRound((value) => value + 1);
  };
  return (
    <Page>
      <PageHeader title={t('schoolAdmin.newcomer.title')} subtitle={t('schoolAdmin.newcomer.subtitle')} />
      {school === undefined ? (
        isLoading && <Skeleton kind="card" />
      ) : (
        <Stack gap={8} key={school.schoolId}>
          <SchoolChoice {...own} onChange={again} />
          <FindForm
            key={round}
            school={school}
            onFound={(identity, found) => {
              setProblem(undefined);
              setAsked({ identity, found });
            }}
            onChange={() => setAsked(undefined)}
          />
          {asked && <FoundPerson found={asked.found} educationProviderId={school.educationProviderId} />}
          {asked && asked.found.newcomer !== null && asked.found.hindrance === null && (
            <PlaceForm school={school} identity={asked.identity} found={asked.found} problem={problem} onProblem={setProblem} onDone={again} />
          )}
          <RecentChanges school={school} />
        </Stack>
      )}
    </Page>
  );
}
