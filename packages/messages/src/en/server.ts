// Sentences of the server's doors.
import type { Messages } from '../types.ts';

export const server = {
  HTTP_BODY_UNREADABLE: { happened: 'What arrived cannot be read: {detail}.', means: 'Nothing of this submission was saved.', next: 'Check the format (JSON) and send it again.' },
  HTTP_INPUT_INVALID: { happened: 'The input does not fit, {where}: {detail}.', means: 'Nothing of this submission was saved.', next: 'Correct it and send it again.' },
  HTTP_BODY_TOO_LARGE: { happened: 'The submission is larger than {limitBytes} bytes.', means: 'Nothing of it was saved.', next: 'Make the photo smaller or send it in parts.' },
  HTTP_ROUTE_UNKNOWN: { happened: 'There is no {method} {path}.', means: 'Nothing happened.', next: 'Check the address; docs/reference/http.md lists all of them.' },
  HTTP_SESSION_MISSING: { happened: 'You are not logged in, or the session has ended.', means: 'Nothing can be seen or changed before you log in.', next: 'Log in and try again; keep what you have not yet sent.' },
  HTTP_LOGIN_REFUSED: { happened: 'The user name or password is wrong, or the account was revoked.', means: 'You are not logged in.', next: 'Check and try again, or ask an administrator about the account.' },
  HTTP_LOGIN_WAIT: { happened: 'Too many wrong passwords for this user name.', means: 'This try was not looked at. The account is not locked: after the wait the right password opens it.', next: 'Try again in {retryAfterS} seconds.' },
  HTTP_DEVICE_TOKEN_REFUSED: { happened: 'The device token is not valid, or its device was revoked.', means: 'Nothing was taken.', next: 'Check the token in the device; if it is lost, an administrator makes a new device.' },
  SERVER_MODE_MISMATCH: { happened: 'This database was made in {found} mode, the server was told to start in {wanted} mode.', means: 'The server did not start: invented records and real ones are never kept together.', next: 'Set ANLAN_MODE={found}, or give another ANLAN_DATA or DATABASE_URL.' },
  HTTP_TOO_MANY: { happened: 'Too many requests.', means: 'This one was not handled.', next: 'Try again in {retryAfterS} seconds.' },
  HTTP_ORIGIN_REFUSED: { happened: 'The request comes from another site ({origin}).', means: 'It was not carried out, so that nobody can borrow your session.', next: "Use Anlan's own pages." },
  HTTP_MEDIA_REFUSED: { happened: 'Files of type {mediaType} are not accepted.', means: 'The file was not saved.', next: 'Send photos as JPEG, PNG or WebP.' },
  HTTP_ARTEFACT_UNKNOWN: { happened: 'There is no file {id}.', means: 'It may not be on this machine.', next: 'Open it from the link in its record.' },
  HTTP_TIDE_STATION_UNKNOWN: { happened: 'There is no tide station {stationId}.', means: 'No tide can be given.', next: 'Choose one from the list of stations.' },
  SERVER_FAILED: { happened: 'The server failed inside.', means: 'This action was not completed; what was acknowledged before is safe.', next: 'Try again; if it fails again, tell the administrator the reference.' },
  SERVER_CONFIG_INVALID: { happened: 'The setting {name} has the value "{value}", which does not fit.', means: 'The server did not start.', next: 'Set it to: {expected}.' },
  SERVER_STOPPING: { happened: 'The server is stopping.', means: 'Forecasts that were not finished are not lost; they are run after the next start.', next: 'Wait until the server is back.' },
  SERVER_PORT_TAKEN: { happened: 'Port {port} is in use.', means: 'The server did not start.', next: 'Stop the program that uses it, or choose another with ANLAN_PORT.' },
} as const satisfies Messages;
