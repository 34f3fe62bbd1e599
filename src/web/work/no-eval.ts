import { config } from "zod/mini";

// The page's policy forbids making code from text; zod would try, and the browser would report it.
// Imported before everything that builds a schema.
config({ jitless: true });
