// Door of the accounts room.
export { AccountsScreen as Screen } from './AccountsScreen.tsx';
