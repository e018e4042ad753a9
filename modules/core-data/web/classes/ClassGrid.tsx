import { listHomerooms } from '@digione/core-data/contract';
import { Button, Card, EmptyState, QueryState, Section } from '@digione/platform/ui';
import { useEndpoint } from '@digione/platform/web';
import { useText } from '../messages.ts';
import type { OwnSchool } from './schools-of-roles.ts';
import { useOwnSchools } from './use-own-schools.ts';
import { SchoolChoice } from './ClassPicker.tsx';
import './classes.css';

export interface ClassGridProps {
  /** In which the reader may look at a school's classes; keeps its identity between draws. */
  readonly roles: readonly string[];
  /** What one sees of the class one chooses. */
  readonly help: string;
  readonly onChoose: (homeroomId: string, educationProviderId: string) => void;
}

/** All classes of one's school at one look, a line for each grade: what a page shows until one has chosen. */
export function ClassGrid({ roles, help, onChoose }: ClassGridProps) {
  const t = useText();
  const own = useOwnSchools(roles);
  return (
    <Section title={t('core-data.classes.choose')} description={help}>
      <div className="core-data-school-choice">
        <SchoolChoice {...own} />
      </div>
      {own.school !== undefined && <Grades key={own.school.schoolId} school={own.school} onChoose={onChoose} />}
    </Section>
  );
}

function Grades({ school: { educationProviderId, schoolId }, onChoose }: { school: OwnSchool; onChoose: ClassGridProps['onChoose'] }) {
  const t = useText();
  const homerooms = useEndpoint(listHomerooms, { params: { educationProviderId, schoolId } });
  return (
    <QueryState query={homerooms}>
      {({ homerooms: all }) => {
        if (all.length === 0) return <EmptyState icon="group" title={t('core-data.homeroom.none')} />;
        const grades = [...new Set(all.map(({ gradeLevel }) => gradeLevel))];
        return (
          <Card>
            <ul className="core-data-grades">
              {grades.map((grade) => (
                <li key={grade ?? 'none'} className="core-data-grade">
                  {all
                    .filter(({ gradeLevel }) => gradeLevel === grade)
                    .map(({ homeroomId, name }) => (
                      <Button key={homeroomId} onPress={() => onChoose(homeroomId, educationProviderId)}>
                        {name}
                      </Button>
                    ))}
                </li>
              ))}
            </ul>
          </Card>
        );
      }}
    </QueryState>
  );
}
