/** A class, two times, two lessons that clash in the first timetable and not in the second, whose claim is wrong. */
export const SCHOOL = `<HighSchoolTimetableArchive><Instances><Instance Id="two"><MetaData><Name>Two lessons</Name></MetaData>
<Times><TimeGroups><Day Id="Mo"><Name>Monday</Name></Day></TimeGroups>
<Time Id="Mo1"><Day Reference="Mo"/></Time><Time Id="Mo2"><Day Reference="Mo"/></Time></Times>
<Resources><ResourceTypes><ResourceType Id="Class"/></ResourceTypes><Resource Id="7A"><ResourceType Reference="Class"/></Resource></Resources>
<Events><Event Id="maths"><Duration>1</Duration><Resources><Resource Reference="7A"/></Resources></Event>
<Event Id="PE"><Duration>1</Duration><Resources><Resource Reference="7A"/></Resources></Event></Events>
<Constraints>
<AssignTimeConstraint Id="placed"><Required>true</Required><Weight>1</Weight><CostFunction>Linear</CostFunction>
<AppliesTo><Events><Event Reference="maths"/><Event Reference="PE"/></Events></AppliesTo></AssignTimeConstraint>
<AvoidClashesConstraint Id="clashes"><Name>No clashes</Name><Required>true</Required><Weight>5</Weight><CostFunction>Linear</CostFunction>
<AppliesTo><Resources><Resource Reference="7A"/></Resources></AppliesTo></AvoidClashesConstraint></Constraints></Instance></Instances>`;

export const SOLUTIONS = `<SolutionGroups>
<SolutionGroup Id="first"><Solution Reference="two"><Events><Event Reference="maths"><Time Reference="Mo1"/></Event><Event Reference="PE"><Time Reference="Mo1"/></Event></Events></Solution></SolutionGroup>
<SolutionGroup Id="second"><Solution Reference="two"><Events><Event Reference="maths"><Time Reference="Mo1"/></Event><Event Reference="PE"><Time Reference="Mo2"/></Event></Events>
<Report><InfeasibilityValue>0</InfeasibilityValue><ObjectiveValue>7</ObjectiveValue></Report></Solution></SolutionGroup></SolutionGroups>`;

export const END = '</HighSchoolTimetableArchive>';

/** A rule that keeps 7A away from a time. */
export const away = (time: string, isRequired: boolean): string =>
  `<AvoidUnavailableTimesConstraint Id="away ${time}"><Name>Away</Name><Required>${isRequired}</Required><Weight>3</Weight><CostFunction>Linear</CostFunction><AppliesTo><Resources><Resource Reference="7A"/></Resources></AppliesTo><Times><Time Reference="${time}"/></Times></AvoidUnavailableTimesConstraint>`;

export const withRule = (rule: string, school = SCHOOL): string => school.replace('</Constraints>', `${rule}</Constraints>`);

/** A teacher, two hours, two lessons; `starts` are what else the file wants. */
export const fetSchool = (starts = ''): string => `<fet version="6.8.5"><Mode>Official</Mode><Days_List><Day><Name>Mo</Name></Day></Days_List>
<Hours_List><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour></Hours_List><Subjects_List><Subject><Name>Maths</Name></Subject></Subjects_List>
<Teachers_List><Teacher><Name>A</Name></Teacher></Teachers_List><Students_List></Students_List>
<Activities_List>${[1, 2].map((id) => `<Activity><Teacher>A</Teacher><Subject>Maths</Subject><Duration>1</Duration><Total_Duration>1</Total_Duration><Id>${id}</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>`).join('')}</Activities_List>
<Time_Constraints_List><ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage><Active>true</Active></ConstraintBasicCompulsoryTime>${starts}</Time_Constraints_List>
<Space_Constraints_List></Space_Constraints_List></fet>`;

/** Two bars, two courses of a section each, two learners who want both. */
export const TRAY = {
  format: 'digione-tray',
  version: 1,
  id: 'lukio',
  periods: [{ id: '1', bars: ['1A', '1B'] }],
  courses: ['MAA2', 'FY1'].map((id) => ({ id, sections: [{ id: `${id}.1`, seats: 2 }] })),
  learners: ['L1', 'L2'].map((id) => ({ id, choices: ['MAA2', 'FY1'] })),
};

/** Both courses are in the same bar: half the choices stay open whatever is tried. */
export const NARROW_TRAY = { ...TRAY, courses: TRAY.courses.map((course) => ({ ...course, sections: course.sections.map((section) => ({ ...section, bars: ['1A'] })) })) };
