import type { Appendix } from "./appendix.ts";
import type { Section } from "./block.ts";
import { sectionsOf } from "./sections.ts";

/** What both the PDF and the DOCX are set from: the first page, what stands at every foot, and the numbered parts. */
export interface Paper {
  readonly title: string;
  readonly kicker: string;
  readonly between: string;
  readonly about: string;
  readonly draft: boolean;
  /** Words and values of the first page. */
  readonly facts: readonly { readonly word: string; readonly text: string }[];
  readonly cautions: readonly string[];
  readonly foot: string;
  readonly fingerprint: string;
  readonly sections: readonly Section[];
}

/** A title longer than this does not fit a foot beside the page number. */
const LONGEST = 60;

export function paperOf(appendix: Appendix): Paper {
  const { title, state, valid, review, made, fingerprint } = appendix;
  const short = [...title].length > LONGEST ? `${[...title].slice(0, LONGEST - 1).join("").trimEnd()}…` : title;
  return {
    title, kicker: "Contract appendix: who does what", between: appendix.between, about: appendix.about, draft: appendix.draft, fingerprint, foot: `${short}. ${state}`,
    facts: [{ word: "State", text: state }, { word: "Valid", text: valid }, ...(review === "" ? [] : [{ word: "Reviewed", text: review }]), { word: "Made", text: `on ${made}${appendix.personal ? "" : ", without names of people"}` }, { word: "Fingerprint (SHA-256)", text: fingerprint }],
    cautions: appendix.cautions, sections: sectionsOf(appendix),
  };
}
