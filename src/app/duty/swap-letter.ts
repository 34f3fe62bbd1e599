import type { Letter } from "#accounts/letter.ts";
import { wallOf } from "#core/prove/story.ts";
import { minuteOf } from "#core/time/minute.ts";
import { zoneOf } from "#core/time/zone.ts";

interface Asked {
  readonly to: string;
  readonly person: string;
  readonly asker: string;
  readonly workspace: string;
  readonly rotation: string;
  readonly from: string;
  readonly until: string;
  /** Where whoever is asked lives. */
  readonly zone: string | undefined;
  readonly page: string;
}
const plain = (words: string): string => words.replace(/\s+/g, " ").trim();

/** Asks somebody to take a turn of another. */
export function swapLetter({ to, person, asker, workspace, rotation, from, until, zone: home, page }: Asked): Letter {
  const zone = home !== undefined && zoneOf(home) !== undefined ? home : "UTC";
  const [begins, ends] = [from, until].map((at) => wallOf(zone, minuteOf(at)));
  return {
    to,
    subject: `Can you take a turn of ${plain(asker)}? (${plain(workspace)})`,
    text: `${plain(person)}, ${plain(asker)} asks you to take a turn of theirs in “${plain(rotation)}”: ${begins} to ${ends} (${zone}).\n\nSay yes or no there; until you say yes, it stays theirs:\n${page}\n`,
  };
}
