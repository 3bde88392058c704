// The routes behind the installation gate and the sign-in gate. Each room is loaded when it is entered.
// The public form is not here: it is its own small bundle (main.tsx).

import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, Outlet, RouterProvider } from 'react-router-dom';
import type { RouteObject } from 'react-router-dom';
import { Shell } from '../shell/Shell.tsx';
import { LoginScreen } from '../screens/login/LoginScreen.tsx';
import { I18nProvider } from '../i18n/i18n.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { InstallationProvider, useZone } from './installation.tsx';
import { readLocalPreferences } from './local-preferences.ts';
import { ROOMS, startHref } from './rooms.ts';
import type { Room } from './rooms.ts';
import { SeatProvider, useAccount, useSeat } from './seat.tsx';
import { ThemeProvider } from './theme.tsx';

export function App() {
  return <RouterProvider router={router} />;
}

function Inside() {
  return (
    <I18nProvider locale={readLocalPreferences().locale}>
      <InstallationProvider>
        <SeatProvider>
          <Dressed />
        </SeatProvider>
      </InstallationProvider>
    </I18nProvider>
  );
}

function Dressed() {
  const { account, preferences } = useSeat();
  return (
    <I18nProvider locale={preferences.locale} zone={useZone()}>
      <ThemeProvider preferences={preferences}>
        <ErrorBoundary page>{account === undefined ? null : account === null ? <LoginScreen /> : <Outlet />}</ErrorBoundary>
      </ThemeProvider>
    </I18nProvider>
  );
}

/** The first page of a seat goes by its role. */
function Start() {
  return <Navigate to={startHref(useAccount().roles)} replace />;
}

function roomRoute(room: Room): RouteObject {
  const Screen = lazy(async () => ({ default: (await room.load()).Screen }));
  return {
    path: room.path,
    element: (
      <ErrorBoundary key={room.id}>
        <Suspense fallback={null}>
          <Screen />
        </Suspense>
      </ErrorBoundary>
    ),
  };
}

const router = createBrowserRouter([
  {
    path: '/',
    element: <Inside />,
    children: [
      {
        element: <Shell />,
        children: [{ index: true, element: <Start /> }, ...ROOMS.map(roomRoute), { path: '*', element: <Start /> }],
      },
    ],
  },
]);
