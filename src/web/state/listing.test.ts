import { expect, test } from "vitest";
import { Listing, type Piece } from "./listing.ts";

/** A long list that answers when it is told to. */
function slow(numbers: () => readonly number[]) {
  const waiting: (() => void)[] = [];
  const ask = async (after?: string): Promise<Piece<number>> => {
    const from = Number(after ?? 0);
    const all = numbers();
    await new Promise<void>((settle) => waiting.push(settle));
    return { found: all.slice(from, from + 2), next: from + 2 < all.length ? String(from + 2) : null };
  };
  const answer = async (which = 0): Promise<void> => {
    waiting.splice(which, 1)[0]?.();
    await new Promise((settle) => setTimeout(settle));
  };
  return { listing: new Listing(ask), answer, waiting };
}

test("reading again keeps the older ones that are shown, and brings the new ones", async () => {
  let all = [5, 4, 3, 2, 1];
  const { listing, answer } = slow(() => all);
  void listing.read();
  await answer();
  void listing.readMore();
  await answer();
  expect(listing.snapshot()).toEqual({ found: [5, 4, 3, 2], more: true, thrown: undefined });
  all = [6, ...all];
  void listing.read();
  await answer();
  expect(listing.snapshot().found).toEqual([5, 4, 3, 2]);
  await answer();
  expect(listing.snapshot()).toEqual({ found: [6, 5, 4, 3], more: true, thrown: undefined });
});

test("a reading that was overtaken changes nothing, even when its answer comes last", async () => {
  let all = [2, 1];
  const { listing, answer } = slow(() => all);
  void listing.read();
  all = [3, 2];
  void listing.read();
  await answer(1);
  await answer();
  expect(listing.snapshot().found).toEqual([3, 2]);
});

test("what could not be read leaves what is shown, and is told until something is read", async () => {
  let broken = false;
  const listing = new Listing(async () => {
    if (broken) throw new Error("gone");
    return { found: [1], next: null };
  });
  await listing.read();
  broken = true;
  await listing.read();
  expect(listing.snapshot()).toMatchObject({ found: [1], thrown: new Error("gone") });
  broken = false;
  await listing.read();
  expect(listing.snapshot().thrown).toBeUndefined();
});
