/** One choice of a list. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** A second line: the class beside a name, the school beside a class. */
  readonly detail?: string | undefined;
  readonly isDisabled?: boolean;
}
