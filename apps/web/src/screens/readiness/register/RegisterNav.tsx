// The lists that are kept here, by room, with how many records each holds.

import { NavLink } from 'react-router-dom';
import type { RegisterInfo } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { num } from '../../../format/numbers.ts';
import { useI18n } from '../../../i18n/i18n.tsx';

interface Props {
  readonly base: string;
  readonly rooms: readonly string[];
  readonly registers: readonly RegisterInfo[];
  readonly chosenId: string | undefined;
  readonly frontTitle: string | undefined;
  readonly pages: readonly { readonly id: string; readonly title: string }[];
}

export function RegisterNav({ base, rooms, registers, chosenId, frontTitle, pages }: Props) {
  const { t, title } = useI18n();
  return (
    <nav className="rg-nav scroll" aria-label={t('web.readiness.registers')}>
      {frontTitle !== undefined && <NavLink end to={base} className="rg-nav-row" aria-current={chosenId === undefined ? 'page' : undefined}><span className="cut">{frontTitle}</span></NavLink>}
      {pages.map((page) => <NavLink key={page.id} to={`${base}/${page.id}`} className="rg-nav-row" aria-current={chosenId === page.id ? 'page' : undefined}><span className="cut">{page.title}</span></NavLink>)}
      {rooms.map((room) => {
        const here = registers.filter((register) => register.room === room);
        return here.length === 0 ? null : (
          <section key={room}>
            <h2 className="section-bar">{t(roomKey(room))} {here.length > 1 && <em>{t('web.readiness.register-count', { count: here.length })}</em>}</h2>
            {here.map((register) => (
              <NavLink key={register.id} to={`${base}/${register.id}`} className="rg-nav-row" aria-current={register.id === chosenId ? 'page' : undefined}>
                <span className="cut">{title(register.titles)}</span>
                {!register.mayEdit && <span className="tag" title={t('web.readiness.read-only-register')}>{t('web.readiness.read-only')}</span>}
                <b className="num">{num(register.recordCount)}</b>
              </NavLink>
            ))}
          </section>
        );
      })}
    </nav>
  );
}

function roomKey(room: string): WebKey {
  return `web.readiness.room.${room.replace('/', '-')}` as WebKey;
}
