// Door of the review room.
export { ReviewScreen as Screen } from './ReviewScreen.tsx';
