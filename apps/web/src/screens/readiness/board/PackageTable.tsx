// Packages of forces: each is as ready as its least part, and the part that limits it is named.

import type { ReadinessBoard } from '@anlan/contracts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { StateMark } from './StateMark.tsx';

export function PackageTable({ packages }: { readonly packages: ReadinessBoard['packages'] }) {
  const { t, title } = useI18n();
  if (packages.length === 0) return <p className="empty-row">{t('web.board.no-packages')}</p>;
  return (
    <div className="scroll rs-scroll" tabIndex={0}>
      <table className="rs-table">
        <thead><tr><th scope="col">{t('web.board.state')}</th><th scope="col">{t('web.board.package')}</th><th scope="col">{t('web.board.part')}</th><th scope="col">{t('web.board.where')}</th><th scope="col" className="right">{t('web.board.needed')}</th><th scope="col" className="right">{t('web.board.have')}</th></tr></thead>
        {packages.map((one) => (
          <tbody key={one.id}>
            {one.parts.map((part, i) => (
              <tr key={`${part.registerId}/${part.kindCode}/${i}`}>
                {i === 0 && <td rowSpan={one.parts.length}><StateMark state={one.state} /></td>}
                {i === 0 && <td rowSpan={one.parts.length}><b>{title(one.titles)}</b></td>}
                <td>{title(part.titles)} {one.limitedBy.includes(i) && <span className="chip outline">{t('web.board.limits')}</span>}</td>
                <td className="quiet">{part.facilityTitles === null ? '' : title(part.facilityTitles)}</td>
                <td className="right num">{part.neededValue}</td>
                <td className="right num">{part.haveValue}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
