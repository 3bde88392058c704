// Door of the notices room.
export { NoticesScreen as Screen } from './NoticesScreen.tsx';
