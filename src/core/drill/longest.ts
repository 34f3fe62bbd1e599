/** An exercise ends after so many minutes, whatever is still open. */
export const LONGEST = 1_440;
