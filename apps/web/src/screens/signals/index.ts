// Door of the signals room.
export { SignalsScreen as Screen } from './SignalsScreen.tsx';
