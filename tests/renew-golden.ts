/** Whether what is kept of the documents is to be replaced by what is made now: a change of their looks was meant. */
export const RENEW = process.env.RENEW_GOLDEN === '1';

export const RENEW_HINT =
  'the documents changed: where that is meant, run RENEW_GOLDEN=1 npm test -- --only=unit golden, look, and commit';
