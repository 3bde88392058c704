// Door of the duty desk.
export { WatchScreen as Screen } from './WatchScreen.tsx';
