import { listSchools } from '@digione/core-data/contract';
import { Card, EmptyState, List, ListItem, Page, PageHeader, QueryState, Section, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useEndpoint, useFormat, useMe, useProviderId } from '@digione/platform/web';
import { getSchoolCoverage, listPlannedGroups, type PlannedGroup } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { CoverageBar } from './Coverage.tsx';
import './plan.css';

/** One's own groups with how far their plans are; to a principal the school's. */
export default function PlansPage() {
  const t = useText();
  const format = useFormat();
  const me = useMe();
  const educationProviderId = useProviderId();
  const groups = useEndpoint(listPlannedGroups, { params: { educationProviderId } });
  const schools = useEndpoint(listSchools, { params: { educationProviderId } });
  const led = (me.identities.find((one) => one.educationProviderId === educationProviderId)?.roles ?? []).filter(({ role, schoolId }) => role === 'principal' && schoolId !== null);
  const isPrincipal = led.length > 0;
  return (
    <Page>
      <PageHeader title={t('teaching.plan.nav')} subtitle={t('teaching.plan.navHelp')} />
      <QueryState query={groups}>
        {(read) =>
          read.groups.length === 0 && !isPrincipal ? (
            <EmptyState icon="calendar" title={t('teaching.plan.noGroups')} />
          ) : (
            read.groups.length > 0 && <Groups groups={read.groups} educationProviderId={educationProviderId} label={t('teaching.plan.mine')} />
          )
        }
      </QueryState>
      {led.map(({ schoolId }) => {
        const school = schools.data?.schools.find((one) => one.schoolId === schoolId);
        return schoolId === null || school === undefined ? null : (
          <Section key={schoolId} title={t('teaching.plan.ofSchool', { school: format.name(school.name) })}>
            <OfSchool educationProviderId={educationProviderId} schoolId={schoolId} />
          </Section>
        );
      })}
    </Page>
  );
}

function OfSchool({ educationProviderId, schoolId }: { educationProviderId: string; schoolId: string }) {
  const t = useText();
  const coverage = useEndpoint(getSchoolCoverage, { params: { educationProviderId, schoolId } });
  return (
    <QueryState query={coverage}>
      {({ groups }) => (groups.length === 0 ? <EmptyState icon="group" title={t('teaching.plan.noGroups')} isCompact /> : <Groups groups={groups} educationProviderId={educationProviderId} label={t('teaching.plan.coverage')} />)}
    </QueryState>
  );
}

function Groups({ groups, educationProviderId, label }: { groups: readonly PlannedGroup[]; educationProviderId: string; label: string }) {
  const t = useText();
  const format = useFormat();
  return (
    <Card padding="list">
      <List label={label}>
        {groups.map((group) => (
          <ListItem
            key={group.groupId}
            href={`/groups/${group.groupId}/plan?provider=${educationProviderId}`}
            leading={group.subject && <SubjectChip hue={subjectHue(group.subject.code)}>{group.subject.code}</SubjectChip>}
            title={group.name}
            detail={
              group.planId === null ? (
                t('teaching.plan.none')
              ) : (
                <span className="teaching-plan-row">
                  {group.subject !== null && <span>{format.name(group.subject.name)}</span>}
                  {group.objectives > 0 && <span>{t('teaching.plan.counts', { taught: group.taught, planned: group.planned, objectives: group.objectives })}</span>}
                </span>
              )
            }
            {...(group.objectives > 0 && { trailing: <span className="teaching-plan-mini"><CoverageBar label={t('teaching.plan.coverage')} {...group} /></span> })}
          />
        ))}
      </List>
    </Card>
  );
}
