import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { offlineShell } from "./scripts/offlineShell.ts";
import { precompressed } from "./scripts/precompressed.ts";

// The policy of the pages is `script-src 'self'; style-src 'self'`: nothing inline, no data: addresses.
export default defineConfig({
  plugins: [react(), offlineShell(), precompressed()],
  worker: { format: "es" },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // one file of 8 kB: no screen flashes unstyled, no order between chunks to get wrong
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
