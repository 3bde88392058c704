// Entry of the web. The public form for phones and the desk are two bundles: a person who reports from
// a pier must not wait for the map and the tables of the duty room.

import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './app/tokens.css';
import './app/base.css';
import './parts/parts.css';

const Desk = lazy(async () => ({ default: (await import('./app/App.tsx')).App }));
const PublicPages = lazy(async () => ({ default: (await import('./screens/public/index.ts')).PublicPages }));

const root = document.getElementById('root');
if (root !== null) {
  const isPublic = /^\/report(\/|$)/.test(location.pathname);
  createRoot(root).render(
    <StrictMode>
      <Suspense fallback={null}>{isPublic ? <PublicPages /> : <Desk />}</Suspense>
    </StrictMode>,
  );
}
