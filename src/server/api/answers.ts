import type { z } from "@hono/zod-openapi";
import { Problem } from "#contract/problem.ts";

/** How routes describe what they take and give. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
export const body = <T extends z.ZodType>(schema: T) => ({ body: { content: { "application/json": { schema } }, required: true as const } });
export const refusals = { default: { description: "what went wrong", content: { "application/problem+json": { schema: Problem } } } };
export const nothing = (description: string) => ({ 204: { description }, ...refusals });
