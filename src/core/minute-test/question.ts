/** What is asked: who does it, who approves it, who is next after it, whom one calls. */
export const KINDS = ["performs", "approves", "next", "calls"] as const;
export type Kind = (typeof KINDS)[number];

/** What of the matrix a question was drawn from, and what it says about when it is weak. */
export interface About {
  readonly kind: "activity" | "stage" | "event";
  readonly id: string;
  readonly name: string;
}

export interface Choice {
  /** A role. */
  readonly id: string;
  readonly says: string;
  /** Whose role it is. */
  readonly of: string;
}

/** A question with one right answer, frozen: what the matrix says later changes nothing of it. */
export interface Question {
  readonly kind: Kind;
  readonly about: About;
  readonly says: string;
  readonly choices: readonly Choice[];
  /** The id of the right choice. */
  readonly right: string;
}

/** The most wrong choices beside the right one, and the fewest that make a question. */
export const WRONG = { most: 3, least: 2 } as const;
/** Of a test. */
export const LENGTH = { least: 3, most: 20, usual: 9 } as const;
