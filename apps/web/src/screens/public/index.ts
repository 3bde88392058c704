// Door of the public pages.
export { PublicPages } from './PublicPages.tsx';
