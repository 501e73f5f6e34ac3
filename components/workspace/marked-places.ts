/** A finding about more places than this is about the whole; marking every one of them would say nothing. */
export const MAX_MARKED_PLACES = 6;
