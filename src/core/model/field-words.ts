const FIELDS: Readonly<Record<string, string>> = { assignments: "letters", sla: "SLA", handOff: "hand-off", equipmentClass: "equipment", sameHumanAs: "same human as", dutyHours: "duty hours" };

/** A field as one would say it: `hand-off`, `risk owner`. */
export const sayField = (field: string): string => FIELDS[field] ?? field.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
