import { useState } from 'react';
import { Button, Card, Row } from '@digione/platform/ui';
import { useAction, useFormat } from '@digione/platform/web';
import { reportAbsence, withdrawAbsenceNotice, type AbsenceNotice, type AbsenceType } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';
import '../attendance/attendance.css';
import { ChangeNoticeDialog } from './ChangeNoticeDialog.tsx';

export interface NoticeListProps {
  readonly educationProviderId: string;
  readonly callName: string;
  readonly notices: readonly AbsenceNotice[];
  readonly types: readonly AbsenceType[];
}

const REFRESH = ['absence', 'notification'];

/** What has been reported; one's own can be changed and taken back. */
export function NoticeList({ educationProviderId, callName, notices, types }: NoticeListProps) {
  const t = useText();
  const format = useFormat();
  const [changed, setChanged] = useState<AbsenceNotice>();
  const again = useAction(reportAbsence, { refresh: REFRESH, done: t('schoolAdmin.notice.back') });
  const withdraw = useAction(withdrawAbsenceNotice, {
    refresh: REFRESH,
    done: t('schoolAdmin.notice.withdrawnNow', { name: callName }),
    undo(_, { params }) {
      const notice = notices.find(({ absenceNoticeId }) => absenceNoticeId === params.absenceNoticeId);
      const type = types.find(({ absenceTypeId }) => absenceTypeId === notice?.absenceTypeId);
      if (notice !== undefined && type !== undefined) again.run({ body: { learners: [{ educationProviderId, learnerId: notice.learnerId }], absenceTypeCode: type.code, ...timeOf(notice) } });
    },
  });
  return (
    <Card padding="list">
      <ul className="school-admin-entries">
        {notices.map((notice) => (
          <li key={notice.absenceNoticeId} className="school-admin-entry">
            <div className="school-admin-entry-texts">
              <span className="school-admin-entry-title">
                {format.dateRange(notice.firstDay, notice.lastDay)}
                {notice.fromTime !== null || notice.untilTime !== null ? ` ${hours(notice, format.time)}` : ''} · {format.name(notice.typeName)}
              </span>
              <span className="ui-muted">{t('schoolAdmin.notice.reportedBy', { who: notice.reportedBy, when: format.moment(notice.reportedAt) })}</span>
              {notice.note !== null && <q className="school-admin-entry-quote">{notice.note}</q>}
            </div>
            {notice.can.change && (
              <Row gap={2}>
                <Button kind="quiet" onPress={() => setChanged(notice)}>
                  {t('schoolAdmin.notice.change')}
                </Button>
                <Button kind="quiet" isPending={withdraw.pendingInput?.params.absenceNoticeId === notice.absenceNoticeId} onPress={() => withdraw.run({ params: { educationProviderId, absenceNoticeId: notice.absenceNoticeId } })}>
                  {t('schoolAdmin.notice.withdraw')}
                </Button>
              </Row>
            )}
          </li>
        ))}
      </ul>
      {changed && <ChangeNoticeDialog educationProviderId={educationProviderId} notice={changed} types={types} onClose={() => setChanged(undefined)} />}
    </Card>
  );
}

/** “klo 9.00–10.30”, open at either end. */
const hours = ({ fromTime, untilTime }: AbsenceNotice, time: (value: string) => string): string => `${fromTime === null ? '' : time(fromTime)}–${untilTime === null ? '' : time(untilTime)}`;

const timeOf = ({ firstDay, lastDay, fromTime, untilTime, note }: AbsenceNotice) => ({
  firstDay,
  lastDay,
  ...(fromTime !== null && { fromTime }),
  ...(untilTime !== null && { untilTime }),
  ...(note !== null && { note }),
});
