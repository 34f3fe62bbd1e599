/** Input the command cannot work with: said in one sentence with place and remedy, exit code 2. */
export class Unusable extends Error {
  readonly remedy: string | undefined;
  readonly details: readonly string[];
  constructor(message: string, remedy?: string, details: readonly string[] = []) {
    super(message);
    this.name = "Unusable";
    this.remedy = remedy;
    this.details = details;
  }
}
