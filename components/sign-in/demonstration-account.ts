/** An account of the demonstration data, as the sign-in page shows it. */
export interface DemonstrationAccountView {
  readonly username: string;
  readonly password: string;
  /** What the account is for, e.g. `单位经办`. */
  readonly label: string;
}
