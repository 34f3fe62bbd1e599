import { z } from "@hono/zod-openapi";

const flag = z.enum(["true", "false"]);

/** In which form the appendix of the draft is wanted. */
export const AppendixWanted = z.object({
  format: z.enum(["docx", "pdf"]).default("docx").openapi({ description: "`pdf` is tagged for assistive technology (PDF/UA-1)" }),
  names: flag.default("true").openapi({ description: "`false`: posts only, no names of people" }),
  paper: z.enum(["own", "plain"]).default("plain").openapi({ description: "`own`: on the paper one's party keeps here: its template for a DOCX, else its logo" }),
});

/** The largest template; a logo has 1 MB. In characters of base64. */
const LONGEST = Math.ceil((5 * 1024 * 1024) / 3) * 4;

export const StationeryKind = z.enum(["template", "logo"]);

/** A template or a logo to keep. */
export const NewStationery = z
  .strictObject({
    name: z.string().trim().min(1).max(200).openapi({ description: "the name of its file" }),
    content: z.string().min(1).max(LONGEST, "more than 5 MB are not kept").regex(/^[A-Za-z0-9+/]+={0,2}$/, "this is not base64").openapi({ description: "base64: a DOCX of 5 MB at most, or a PNG or JPEG of 1 MB" }),
  })
  .openapi("NewStationery");

export const Stationery = z
  .object({ stationery: z.array(z.object({ kind: StationeryKind, name: z.string(), size: z.int().openapi({ description: "in bytes" }), keptAt: z.iso.datetime() })) })
  .openapi("Stationery");
export type Stationery = z.infer<typeof Stationery>;
