import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The grid alone as a page of its own, for `bench/grid.ts` and the journeys. */
export default defineConfig({
  root: "src/web/grid/trial",
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  build: { outDir: "../../../../dist/grid-trial", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
});
