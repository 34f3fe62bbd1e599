/** A cell that says nobody has decided yet: `TBD`, `?`, `to be agreed`, also with a few words or a name behind. */
const OPEN = /^[([]?\s*(?:\?+|t\.?b\.?[dca]\.?|(?:still |yet )?to be (?:determined|defined|decided|confirmed|agreed|clarified|assigned|announced|discussed|named|filled(?: in)?)|not yet (?:determined|defined|decided|confirmed|agreed|clarified|assigned|known|named)|undecided|undefined|unassigned|unclear|pending|who\s*\?+)(?:\s*[)\]]|\s*[?.!:,;(–-].*|\s+(?:by|with|in|until|at|on|before|after|per|from)\b.*)?\s*$/is;

/** Whether a whole cell only says that it is still open. */
export const isUndecided = (text: string): boolean => text.length <= 200 && OPEN.test(text);

export const STILL_OPEN = "it is still to be decided; the words are kept with the row";
