// What a stock can do in one scenario: needs are served in order of priority, each by a largest flow
// that may move what earlier needs got to other sites. The sets of needs that can be served together
// form a polymatroid, so this order is the best there is (Edmonds 1970), and no program is needed.

export interface FlowNeed {
  readonly quantityValue: number;
  readonly priorityCount: number;
  /** Indices of sites that reach it in time. */
  readonly sites: readonly number[];
}

export interface StockFlow {
  /** Priority times unmet, summed. */
  readonly unmetValue: number;
  /** Entry need · siteCount + site. */
  readonly flow: Float64Array;
}

/** `needs` in falling priority. */
export function stockFlow(stock: Float64Array, needs: readonly FlowNeed[]): StockFlow {
  const siteCount = stock.length;
  const flow = new Float64Array(needs.length * siteCount);
  const left = Float64Array.from(stock);
  let unmetValue = 0;
  needs.forEach((need, n) => {
    let open = need.quantityValue;
    while (open > LEAST_VALUE) {
      const sent = augment(n, open, { needs, flow, left, siteCount });
      if (sent <= 0) break;
      open -= sent;
    }
    unmetValue += need.priorityCount * Math.max(0, open);
  });
  return { unmetValue, flow };
}

interface FlowState {
  readonly needs: readonly FlowNeed[];
  readonly flow: Float64Array;
  readonly left: Float64Array;
  readonly siteCount: number;
}

/** Breadth first from the need over sites; a full site passes on through a need that it serves. */
function augment(need: number, openValue: number, { needs, flow, left, siteCount }: FlowState): number {
  const fromNeed = new Int32Array(siteCount).fill(-1);
  const fromSite = new Int32Array(needs.length).fill(-1);
  const queue = [need];
  const seen = new Uint8Array(needs.length);
  seen[need] = 1;
  for (let head = 0; head < queue.length; head++) {
    const n = queue[head]!;
    for (const site of needs[n]!.sites) {
      if (fromNeed[site] !== -1) continue;
      fromNeed[site] = n;
      if (left[site]! > LEAST_VALUE) return send(site, openValue, { needIndex: need, fromNeed, fromSite, flow, left, siteCount });
      for (let other = 0; other < needs.length; other++) {
        if (seen[other] === 1 || flow[other * siteCount + site]! <= LEAST_VALUE) continue;
        seen[other] = 1;
        fromSite[other] = site;
        queue.push(other);
      }
    }
  }
  return 0;
}

interface Way {
  readonly needIndex: number;
  readonly fromNeed: Int32Array;
  readonly fromSite: Int32Array;
  readonly flow: Float64Array;
  readonly left: Float64Array;
  readonly siteCount: number;
}

function send(site: number, openValue: number, { needIndex, fromNeed, fromSite, flow, left, siteCount }: Way): number {
  let amount = Math.min(openValue, left[site]!);
  for (let n = fromNeed[site]!; n !== needIndex; n = fromNeed[fromSite[n]!]!) amount = Math.min(amount, flow[n * siteCount + fromSite[n]!]!);
  left[site]! -= amount;
  let into = site;
  for (let n = fromNeed[site]!; ; n = fromNeed[into]!) {
    flow[n * siteCount + into]! += amount;
    if (n === needIndex) return amount;
    into = fromSite[n]!;
    flow[n * siteCount + into]! -= amount;
  }
}

const LEAST_VALUE = 1e-9;
