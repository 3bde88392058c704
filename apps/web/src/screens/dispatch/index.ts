// Door of the dispatch room.
export { DispatchScreen as Screen } from './DispatchScreen.tsx';
