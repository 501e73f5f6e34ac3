/** A session ends twelve hours after sign-in, whatever is done in it: a working day, never overnight. */
export const SESSION_SECONDS = 12 * 3600;
