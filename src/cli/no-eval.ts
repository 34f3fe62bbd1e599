import * as z from "zod/mini";

// One run validates one document: compiling validators first would take longer than it saves.
z.config({ jitless: true });
