import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import about from "./package.json" with { type: "json" };

export default defineConfig({
  root: "src/web",
  publicDir: "public",
  plugins: [react()],
  // The server writes a fresh nonce over this mark with every answer.
  html: { cspNonce: "__CSP_NONCE__" },
  define: { REMIT_VERSION: JSON.stringify(about.version) },
  worker: { format: "es" },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // The polyfill would fetch; the page's policy forbids every connection.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
