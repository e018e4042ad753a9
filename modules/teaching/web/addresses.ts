/** The page of a lesson's register. */
export const registerAddress = (educationProviderId: string, lesson: { weeklyLessonId: string; heldOn: string }): string =>
  `/lessons/${lesson.weeklyLessonId}/${lesson.heldOn}?provider=${educationProviderId}`;
