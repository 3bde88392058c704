// Builds the web into apps/web/dist. Only local files: no remote font, script or tile is named
// anywhere. Chunks follow the lazy imports, so that the phone form never loads the map. In development /api, /basemap and the live socket go to the server on its own port.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: {
      '/api': { target: SERVER, ws: true },
      '/basemap': { target: SERVER },
    },
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
  },
});
