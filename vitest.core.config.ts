import { defineConfig } from "vitest/config";

/** The tests of what runs: no database, no browser. `npm run mutate` breaks the code in many small ways and sees whether they notice. */
export default defineConfig({
  test: { include: ["src/core/{time,who,prove}/**/*.test.ts", "test/laws/**/*.test.ts"], testTimeout: 60_000 },
});
