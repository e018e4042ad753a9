import { useState, type FormEvent } from 'react';
import type { ResponseOf } from '@digione/platform/contract';
import { Button, Card, DatePicker, ErrorState, Row, Section, Segmented, Stack, TextField } from '@digione/platform/ui';
import { useAction, type ProblemError } from '@digione/platform/web';
import { lookUpNewcomer, type NewcomerIdentity } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';

export type Found = ResponseOf<typeof lookUpNewcomer>;
export interface School {
  readonly educationProviderId: string;
  readonly schoolId: string;
}

interface FindFormProps {
  readonly school: School;
  readonly onFound: (identity: NewcomerIdentity, found: Found) => void;
  /** What was found no longer answers to what is written. */
  readonly onChange: () => void;
}

/** By identity code, by learner number, or by name for who has neither. */
export function FindForm({ school, onFound, onChange }: FindFormProps) {
  const t = useText();
  const [by, setBy] = useState<NewcomerIdentity['by']>('identity-code');
  const [words, setWords] = useState({ code: '', number: '', firstNames: '', callName: '', lastName: '' });
  const [bornOn, setBornOn] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemError>();
  const lookUp = useAction(lookUpNewcomer, { refresh: [], onDone: (found, input) => onFound(input.body.identity, found), onError: setProblem });
  const set = (name: keyof typeof words) => (value: string) => {
    setWords((before) => ({ ...before, [name]: value }));
    setProblem(undefined);
    onChange();
  };
  const identity = identityOf(by, words, bornOn);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    if (identity !== undefined) lookUp.run({ params: school, body: { identity } });
  };
  const fault = (path: string) => {
    const message = problem?.messageFor(path);
    return message === undefined ? {} : { errorMessage: message };
  };
  return (
    <Section title={t('schoolAdmin.newcomer.who')}>
      <Card>
        <form onSubmit={send}>
          <Stack>
            <Segmented
              label={t('schoolAdmin.newcomer.by')}
              options={[
                { value: 'identity-code', label: t('schoolAdmin.newcomer.byCode') },
                { value: 'learner-number', label: t('schoolAdmin.newcomer.byNumber') },
                { value: 'name', label: t('schoolAdmin.newcomer.byName') },
              ]}
              value={by}
              onChange={(value) => {
                setBy(value);
                setProblem(undefined);
                onChange();
              }}
            />
            {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
            {by === 'identity-code' && (
              <TextField label={t('schoolAdmin.newcomer.byCode')} description={t('schoolAdmin.newcomer.codeHelp')} value={words.code} onChange={set('code')} maxLength={20} autoComplete="off" spellCheck="false" {...fault('identity.identityCode')} />
            )}
            {by === 'learner-number' && (
              <TextField label={t('schoolAdmin.newcomer.byNumber')} value={words.number} onChange={set('number')} maxLength={40} autoComplete="off" spellCheck="false" {...fault('identity.learnerNumber')} />
            )}
            {by === 'name' && (
              <div className="school-admin-two">
                <TextField label={t('schoolAdmin.newcomer.firstNames')} value={words.firstNames} onChange={set('firstNames')} maxLength={200} autoComplete="off" {...fault('identity.firstNames')} />
                <TextField label={t('schoolAdmin.newcomer.callName')} value={words.callName} onChange={set('callName')} maxLength={100} autoComplete="off" isOptional {...fault('identity.callName')} />
                <TextField label={t('schoolAdmin.newcomer.lastName')} value={words.lastName} onChange={set('lastName')} maxLength={200} autoComplete="off" {...fault('identity.lastName')} />
                <DatePicker
                  label={t('schoolAdmin.newcomer.bornOn')}
                  value={bornOn}
                  onChange={(value) => {
                    setBornOn(value);
                    onChange();
                  }}
                  {...fault('identity.bornOn')}
                />
              </div>
            )}
            <Row>
              <Button type="submit" icon="search" isPending={lookUp.isPending} isDisabled={identity === undefined}>
                {t('schoolAdmin.newcomer.find')}
              </Button>
            </Row>
          </Stack>
        </form>
      </Card>
    </Section>
  );
}

function identityOf(by: NewcomerIdentity['by'], words: { code: string; number: string; firstNames: string; callName: string; lastName: string }, bornOn: string | null): NewcomerIdentity | undefined {
  if (by === 'identity-code') return words.code.trim().length < 10 ? undefined : { by, identityCode: words.code.trim() };
  if (by === 'learner-number') return words.number.trim().length < 20 ? undefined : { by, learnerNumber: words.number.trim() };
  const [firstNames, lastName] = [words.firstNames.trim(), words.lastName.trim()];
  if (firstNames === '' || lastName === '' || bornOn === null) return undefined;
  return { by, firstNames, callName: words.callName.trim() === '' ? (firstNames.split(/\s+/)[0] ?? firstNames) : words.callName.trim(), lastName, bornOn };
}
