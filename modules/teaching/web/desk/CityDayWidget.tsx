import { useState } from 'react';
import { Button, Card, Chip, List, ListItem } from '@digione/platform/ui';
import { useFormat, type DeskWidgetProps } from '@digione/platform/web';
import type { CityDay } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import './desk.css';

/** So many at first; the rest are well. */
const SHOWN = 8;

/** The city's schools today, where most registers are missed first. */
export default function CityDayWidget({ data: { schools }, educationProviderId }: DeskWidgetProps<CityDay>) {
  const t = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? schools : schools.slice(0, SHOWN);
  return (
    <Card padding="list">
      <h3 className="teaching-card-title">{t('teaching.city.title')}</h3>
      <List label={t('teaching.city.title')}>
        {shown.map(({ schoolId, schoolName, learners, lessonsBegun, registersTaken, untakenRegisters }) => (
          <ListItem
            key={schoolId}
            title={format.name(schoolName)}
            detail={[t('teaching.city.learners', { count: learners }), lessonsBegun === 0 ? t('teaching.city.noLessons') : t('teaching.city.taken', { taken: registersTaken, begun: lessonsBegun })].join(' · ')}
            href={`/schools/${schoolId}?provider=${educationProviderId ?? ''}`}
            {...(lessonsBegun > 0 && {
              trailing: (
                <Chip tone={untakenRegisters > 0 ? 'attention' : 'success'} icon={untakenRegisters > 0 ? 'register' : 'check'}>
                  {t('teaching.city.untaken', { count: untakenRegisters })}
                </Chip>
              ),
            })}
          />
        ))}
      </List>
      {schools.length > shown.length && (
        <div className="teaching-card-more">
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('teaching.city.all', { count: schools.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
