// Who is here, and what this installation is.
import { Type } from '@sinclair/typebox';
import { At, Id, literals, LonLat, nullable, Titles } from './common.ts';

export const Role = literals(['duty', 'commander', 'dispatcher', 'responder', 'enterprise', 'reserve', 'industry', 'admin']);

export const Account = Type.Object({
  id: Id, userName: Type.String(), displayName: Titles, roles: Type.Array(Role),
  organisationId: Type.String(), demonstration: Type.Boolean(), revoked: Type.Boolean(),
});
export const NewPassword = Type.String({ minLength: 1, maxLength: 200 });
/** Names of the holder in both languages; a role at least; the organisation may be empty for an administrator. */
export const CreateAccountBody = Type.Object({
  userName: Type.String({ minLength: 1, maxLength: 40 }), displayName: Type.Object({ zh: Type.String({ maxLength: 80 }), en: Type.String({ maxLength: 80 }) }),
  roles: Type.Array(Role, { maxItems: 8 }), organisationId: Type.String({ maxLength: 200 }), password: NewPassword,
});
export const ResetPasswordBody = Type.Object({ password: NewPassword });
export const ChangePasswordBody = Type.Object({ currentPassword: NewPassword, password: NewPassword });
export const EndedSessions = Type.Object({ endedSessionCount: Type.Integer({ minimum: 0 }) });
export const LoginBody = Type.Object({ userName: Type.String({ minLength: 1, maxLength: 80 }), password: Type.String({ minLength: 1, maxLength: 200 }) });
export const SessionAnswer = Type.Object({ account: Account, expiresAt: At });

export const Meta = Type.Object({
  productVersion: Type.String(),
  mode: literals(['demonstration', 'production', 'play']),
  /** Realm that this server's screens show; a drill shows its frame and the word 演练 everywhere. */
  realm: Type.String(),
  serverNow: At,
  /** Seconds of scenario time per second; 1 except in a play. */
  clockRateRatio: Type.Number(),
  region: Type.Object({ id: Type.String(), titles: Titles, bboxDeg: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }), centre: LonLat, timeZone: Type.String() }),
  /** Sources that are simulated; shown as 模拟 wherever they appear. */
  simulatedSources: Type.Array(Type.Object({ id: Type.String(), titles: Titles })),
  /** Only in demonstration mode: accounts to try with. */
  demonstrationAccounts: Type.Array(Type.Object({ userName: Type.String(), password: Type.String(), displayName: Titles, roles: Type.Array(Role) })),
});

/** One seat's screen settings, kept on the server so that they follow the officer. */
export const Preferences = Type.Object({
  locale: literals(['zh-CN', 'en']), theme: literals(['dark', 'light']), mapMode: literals(['day', 'dusk', 'night']),
  layout: nullable(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
});
