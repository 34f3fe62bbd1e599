/** The database cannot be started: why, and what the person who starts it can do. Nothing was changed. */
export class CannotStart extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.name = "CannotStart";
    this.remedy = remedy;
  }
}
