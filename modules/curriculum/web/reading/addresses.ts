interface Place {
  readonly edition: string;
  readonly subject?: string | undefined;
  readonly unit?: string | undefined;
  /** The part to show first. */
  readonly part?: string | undefined;
  readonly provider: string;
}

/** The address of a place in a curriculum. */
export function curriculumHref(place: Place): string {
  const query = new URLSearchParams(Object.entries(place).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]])));
  return `/curriculum?${query.toString()}`;
}
