import fc from "fast-check";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument } from "#core/model/read.ts";
import { harbour } from "./harbour.test-world.ts";

/** Texts that spreadsheets like to misread. */
export const nasty = fc.oneof(
  fc.constantFrom("=1+1", "+49 30", "-", "@here", "#N/A", "#REF!", "_x0041_", "_x000D_", " lead", "trail ", "a\nb", "a\r\nb", "\tcell", "'quoted", "8.10", "TRUE", "1e5", "😀 team", "R", "a: b", "x, y", "é", "\u0001", "\u2028", "\ufeffbom", "…"),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
);
const slug = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,9}$/);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const duration = fc.constantFrom("PT15M", "P1D", "P3M", "P1Y2M3DT4H5M6S", "P1W");
/** Any matrix that can be, with ids nobody knows among them. */
export const anyDocument: fc.Arbitrary<MatrixDocument> = fc
  .record({ parties: fc.uniqueArray(slug, { minLength: 1, maxLength: 3 }), roles: fc.uniqueArray(slug, { maxLength: 4 }), people: fc.uniqueArray(slug, { maxLength: 3 }), areas: fc.uniqueArray(slug, { maxLength: 3 }), rows: fc.uniqueArray(slug, { maxLength: 6 }), scope: fc.uniqueArray(slug, { maxLength: 3 }) })
  .chain(({ parties, roles, people, areas, rows, scope }) => {
    const oneOf = (ids: readonly string[]) => fc.constantFrom(...ids, "ghost");
    const all = <T>(ids: readonly string[], make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.tuple(...ids.map(make)) as unknown as fc.Arbitrary<T[]>;
    const role = oneOf(roles);
    return fc.record({
      remit: fc.constant(1 as const),
      title: nasty,
      about: some(nasty),
      parties: all(parties, (id) => fc.record({ id: fc.constant(id), name: nasty, kind: fc.constantFrom("client", "provider", "vendor"), functions: some(fc.array(nasty, { maxLength: 2 })) })),
      people: some(all(people, (id) => fc.record({ id: fc.constant(id), name: nasty, party: oneOf(parties), note: some(nasty) }))),
      roles: all(roles, (id) => fc.record({ id: fc.constant(id), name: nasty, party: oneOf(parties), holders: some(fc.array(oneOf(people), { maxLength: 2 })), coordinator: some(fc.boolean()) })),
      areas: some(all(areas, (id) => fc.record({ id: fc.constant(id), name: nasty, primary: some(role) }))),
      scope: some(all(scope, (id) => fc.record({ id: fc.constant(id), name: nasty, kind: fc.constantFrom("server", "site", "other"), owner: some(role), labels: some(fc.array(nasty, { maxLength: 2 })), notMonitored: some(fc.boolean()) }))),
      activities: all(rows, (id) =>
        fc.record({
          id: fc.constant(id),
          title: nasty,
          area: some(oneOf(areas)),
          assignments: fc.array(fc.record({ role, letter: fc.constantFrom("R", "A", "C", "I", "S"), condition: some(nasty), alternative: some(fc.boolean()) }), { maxLength: 5 }),
          secondary: some(role),
          criticality: some(fc.constantFrom("critical", "low")),
          sla: some(fc.array(fc.record({ measure: fc.constantFrom("detect", "rpo", "helpdesk-response"), target: duration, negotiated: fc.boolean(), note: some(nasty) }), { maxLength: 2 })),
          cadence: some(fc.record({ every: some(duration), on: some(fc.array(nasty, { maxLength: 2 })), text: some(nasty) })),
          evidence: some(fc.array(fc.record({ artifact: nasty, producer: some(role) }), { maxLength: 2 })),
          approvers: some(fc.array(role, { maxLength: 2 })),
          split: some(fc.record({ parts: fc.array(fc.record({ party: oneOf(parties), does: nasty }), { maxLength: 2 }) })),
          scope: some(fc.array(oneOf(scope), { maxLength: 2 })),
          procedure: some(fc.record({ link: some(nasty), steps: some(fc.array(nasty, { maxLength: 2 })) })),
          handOff: some(fc.record({ to: some(role), output: some(nasty), escalateAfter: some(duration) })),
          regulatedProduction: some(fc.boolean()),
          note: some(nasty),
          columns: some(fc.dictionary(nasty.filter((key) => key !== "__proto__"), nasty, { maxKeys: 2 })),
        }),
      ),
      directory: some(fc.record({ contacts: fc.array(fc.record({ id: slug, kind: fc.constantFrom("email", "voice"), value: nasty }), { maxLength: 2 }) })),
    });
  })
  // Undefined fields are no JSON; the document is what its JSON says.
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .map((value) => readDocument(value))
  .filter((read) => read.ok)
  .map((read) => (read.ok ? read.document : harbour));
