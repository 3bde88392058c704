// How far a run is. Unknown is said, not drawn as zero.

import { percent } from '../format/numbers.ts';
import './progress.css';

export function Progress({ shareRatio, label }: { readonly shareRatio: number | null | undefined; readonly label: string }) {
  return (
    <div className="progress" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} {...(shareRatio === null || shareRatio === undefined ? {} : { 'aria-valuenow': Math.round(shareRatio * 100) })}>
      <span>{label}</span>
      <b className="num">{shareRatio === null || shareRatio === undefined ? '…' : percent(shareRatio)}</b>
      <span className="progress-bar"><i style={{ width: `${(shareRatio ?? 0) * 100}%` }} /></span>
    </div>
  );
}
