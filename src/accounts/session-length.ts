/** How long a browser stays signed in. In seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600;
