import { useState } from 'react';
import { listSchools } from '@digione/core-data/contract';
import { Button, DatePicker, Dialog, ErrorState, LinkButton, Muted, Row, Select, Skeleton, Stack, TextArea } from '@digione/platform/ui';
import { today, useAction, useEndpoint, useFormat, useSearchParam, type ProblemError } from '@digione/platform/web';
import { endRole, getRoleCandidate, GIVABLE_ROLES, giveRole, PROVIDER_WIDE_ROLES, SENSITIVE_ROLES, type GivableRole } from '../../contract/index.ts';
import { roleText, useText } from '../messages.ts';
import { CandidateLine, CandidateSearch } from './CandidateSearch.tsx';

interface GiveRoleDialogProps {
  educationProviderId: string;
  /** Null: still to be chosen. */
  personId: string | null;
  onPerson: (personId: string) => void;
  onClose: () => void;
}

const ALL_SCHOOLS = 'all';

/** Whom, what, where, how long and why. The person and the role are in the address: they survive a step-up. */
export function GiveRoleDialog({ educationProviderId, personId, onPerson, onClose }: GiveRoleDialogProps) {
  const t = useText();
  const [role, setRole] = useSearchParam('as');
  const leave = () => {
    setRole('');
    onClose();
  };
  if (personId === null) {
    return (
      <Dialog title={t('access.give.whom')} isOpen onClose={leave}>
        <CandidateSearch educationProviderId={educationProviderId} onChoose={onPerson} />
      </Dialog>
    );
  }
  return <GiveRoleForm educationProviderId={educationProviderId} personId={personId} role={GIVABLE_ROLES.find((one) => one === role) ?? null} onRole={setRole} onOther={() => onPerson('new')} onClose={leave} />;
}

interface GiveRoleFormProps {
  educationProviderId: string;
  personId: string;
  role: GivableRole | null;
  onRole: (role: GivableRole) => void;
  onOther: () => void;
  onClose: () => void;
}

function GiveRoleForm({ educationProviderId, personId, role, onRole, onOther, onClose }: GiveRoleFormProps) {
  const t = useText();
  const format = useFormat();
  const found = useEndpoint(getRoleCandidate, { params: { educationProviderId, personId } });
  const schools = useEndpoint(listSchools, { params: { educationProviderId } });
  const [schoolId, setSchoolId] = useState<string | null>(null);
  const [validFrom, setFrom] = useState<string | null>(today());
  const [validTo, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const undo = useAction(endRole, { done: t('access.give.undone') });
  const give = useAction(giveRole, {
    done: (given) => t('access.give.done', { name: given.person.callName, role: roleText(t, given.role) }),
    undo: (given) => undo.run({ params: { educationProviderId, roleAssignmentId: given.roleAssignmentId }, ifMatch: given.version, body: { lastDay: null } }),
    onDone: onClose,
    onError: setProblem,
  });
  const isWide = role !== null && PROVIDER_WIDE_ROLES.includes(role);
  const mustProve = role !== null && SENSITIVE_ROLES.includes(role) && found.data?.isFresh === false;
  const isReady = role !== null && (isWide || schoolId !== null) && validFrom !== null && reason.trim().length >= 3;
  const faultAt = (path: string) => {
    const message = problem?.messageFor(path);
    return message === undefined ? {} : { errorMessage: message };
  };
  const submit = () => {
    setProblem(undefined);
    if (role === null || validFrom === null) return;
    give.run({
      params: { educationProviderId },
      body: { personId, role, schoolId: isWide || schoolId === ALL_SCHOOLS ? null : schoolId, validFrom, validTo, reason: reason.trim() },
    });
  };
  return (
    <Dialog
      title={t('access.give.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('access.cancel')}</Button>
          {!mustProve && (
            <Button kind="primary" isPending={give.isPending} isDisabled={!isReady} onPress={submit}>
              {t('access.give.save')}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        {found.data === undefined ? (
          found.error === null ? <Skeleton rows={1} /> : <ErrorState error={found.error} isCompact />
        ) : (
          <Row align="spread">
            <CandidateLine candidate={found.data.candidate} />
            <Button kind="quiet" size="sm" onPress={onOther}>
              {t('access.give.other')}
            </Button>
          </Row>
        )}
        <Select label={t('access.roles.role')} options={GIVABLE_ROLES.map((one) => ({ value: one, label: roleText(t, one), detail: t(`access.about.${one}`) }))} value={role} onChange={onRole} placeholder={t('access.give.choose')} {...faultAt('role')} />
        {mustProve ? (
          <Stack gap={3}>
            <p>{t('access.give.prove')}</p>
            <LinkButton kind="primary" icon="shield" href={`/sign-in/step-up?${new URLSearchParams({ returnTo: location.pathname + location.search }).toString()}`}>
              {t('access.give.proveNow')}
            </LinkButton>
          </Stack>
        ) : (
          <>
            {isWide ? (
              <Muted>{t('access.give.wide')}</Muted>
            ) : (
              <Select
                label={t('access.roles.school')}
                options={[...(schools.data?.schools ?? []).map((one) => ({ value: one.schoolId, label: format.name(one.name) })), { value: ALL_SCHOOLS, label: t('access.roles.allSchools') }]}
                value={schoolId}
                onChange={setSchoolId}
                placeholder={t('access.give.choose')}
                {...faultAt('schoolId')}
              />
            )}
            <Row align="start">
              <DatePicker label={t('access.give.from')} value={validFrom} onChange={setFrom} minDate={today()} {...faultAt('validFrom')} />
              <DatePicker label={t('access.give.to')} value={validTo} onChange={setTo} minDate={validFrom ?? today()} isOptional {...faultAt('validTo')} />
            </Row>
            <TextArea label={t('access.give.reason')} description={t('access.give.reasonHelp')} value={reason} onChange={setReason} maxLength={300} {...faultAt('reason')} />
          </>
        )}
      </Stack>
    </Dialog>
  );
}
