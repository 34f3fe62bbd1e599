/** Whether what stands in a link can be all of it; the server knows whether it is. */
export const isWhole = (token: string): boolean => /^[\w-]{20,200}$/.test(token);
