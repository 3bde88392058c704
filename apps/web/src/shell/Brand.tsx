// Brand cell: name, the room one is in, and the menu of rooms. 演练 stands here on every screen of a
// drill; demonstration and simulated data are named here too.

import { useEffect } from 'react';
import { Dropdown } from 'antd';
import { useLocation, useNavigate } from 'react-router-dom';
import { isDrill, useMeta } from '../app/installation.tsx';
import { roomHref, roomsFor } from '../app/rooms.ts';
import { useAccount } from '../app/seat.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { DrillTag, Icon } from '../parts/Marks.tsx';

export function Brand() {
  const meta = useMeta();
  const { t } = useI18n();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const rooms = roomsFor(useAccount().roles);
  const room = rooms.find((candidate) => pathname.startsWith(roomHref(candidate)));
  const title = room === undefined ? t('web.brand') : t(room.titleKey);
  useEffect(() => {
    document.title = `${isDrill(meta) ? `【${t('web.mark.drill')}】` : ''}${title} · ${t('web.brand')}`;
  }, [meta, title, t]);
  const items = rooms.map((candidate) => ({ key: candidate.id, label: t(candidate.titleKey), onClick: () => navigate(roomHref(candidate)) }));
  return (
    <>
      <Dropdown menu={{ items, selectedKeys: room === undefined ? [] : [room.id] }} trigger={['click']}>
        <button type="button" className="brand-button" aria-label={t('web.shell.rooms')}>
          <Logo />
          <b>{t('web.brand')}</b>
          <span className="brand-room cut">{title}</span>
          <Icon name="down" sizePx={12} />
        </button>
      </Dropdown>
      <span className="brand-tags">
        {isDrill(meta) ? <DrillTag /> : meta.mode === 'demonstration' ? <span className="tag dashed">{t('web.mark.demonstration')}</span> : null}
        {meta.clockRateRatio !== 1 && <span className="tag dashed num">×{meta.clockRateRatio}</span>}
      </span>
    </>
  );
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d="M4 14.5c2.7 0 2.7-2 5.3-2s2.7 2 5.4 2 2.7-2 5.3-2M6 18.5c2 0 2-1.6 4-1.6s2 1.6 4 1.6 2-1.6 4-1.6M12 9V4M12 4l4 3.5h-4" />
    </svg>
  );
}
