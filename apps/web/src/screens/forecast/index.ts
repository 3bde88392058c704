// Door of the forecast room.
export { ForecastScreen as Screen } from './ForecastScreen.tsx';
