// Door of the industry room.
export { IndustryScreen as Screen } from './IndustryScreen.tsx';
