// Symmetric positive definite five-point systems by conjugate gradients with a modified incomplete
// Cholesky preconditioner: M. Hestenes, E. Stiefel, J. Res. NBS 49 (1952) 409-436; I. Gustafsson,
// BIT 18 (1978) 142-156 (relaxed 0.97). Row order is the grid's; a closed face has weight 0.

/** (Σ weights)·x − Σ weight·x_neighbour = right side, for every cell. */
export interface FivePointSystem {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Sum of all face weights of the cell, those to the outside included; 0 marks an inactive cell. */
  readonly diagonal: Float64Array;
  /** Weight to (c+1, r); 0 in the last column. */
  readonly east: Float64Array;
  /** Weight to (c, r+1); 0 in the last row. */
  readonly north: Float64Array;
  readonly right: Float64Array;
}

export interface PcgOutcome {
  readonly residualRatio: number;
  readonly iterationCount: number;
}

/** Improves `x` in place until the residual falls to `residualRatioMax` of the right side. */
export function solveFivePoint(
  system: FivePointSystem,
  x: Float64Array,
  options: { readonly residualRatioMax: number; readonly iterationCountMax: number },
): PcgOutcome {
  const cellCount = x.length;
  const inverse = factorise(system);
  const residual = new Float64Array(cellCount);
  const z = new Float64Array(cellCount);
  const q = new Float64Array(cellCount);
  multiply(system, x, q);
  for (let i = 0; i < cellCount; i++) residual[i] = system.right[i]! - q[i]!;
  const goal = options.residualRatioMax * Math.sqrt(dot(system.right, system.right));
  precondition(system, inverse, residual, z);
  const p = Float64Array.from(z);
  let rz = dot(residual, z);
  let norm = Math.sqrt(dot(residual, residual));
  let iterationCount = 0;
  while (norm > goal && iterationCount < options.iterationCountMax) {
    multiply(system, p, q);
    const alpha = rz / dot(p, q);
    for (let i = 0; i < cellCount; i++) {
      x[i]! += alpha * p[i]!;
      residual[i]! -= alpha * q[i]!;
    }
    precondition(system, inverse, residual, z);
    const next = dot(residual, z);
    const beta = next / rz;
    for (let i = 0; i < cellCount; i++) p[i] = z[i]! + beta * p[i]!;
    rz = next;
    norm = Math.sqrt(dot(residual, residual));
    iterationCount++;
  }
  return { residualRatio: goal === 0 ? 0 : (norm / goal) * options.residualRatioMax, iterationCount };
}

function multiply({ columnCount, diagonal, east, north }: FivePointSystem, x: Float64Array, out: Float64Array): void {
  const cellCount = x.length;
  for (let i = 0; i < cellCount; i++) {
    let sum = diagonal[i]! * x[i]!;
    if (east[i]! !== 0) sum -= east[i]! * x[i + 1]!;
    if (i > 0 && east[i - 1]! !== 0) sum -= east[i - 1]! * x[i - 1]!;
    if (north[i]! !== 0) sum -= north[i]! * x[i + columnCount]!;
    if (i >= columnCount && north[i - columnCount]! !== 0) sum -= north[i - columnCount]! * x[i - columnCount]!;
    out[i] = sum;
  }
}

/** Inverse square roots of the pivots. */
function factorise({ columnCount, diagonal, east, north }: FivePointSystem): Float64Array {
  const inverse = new Float64Array(diagonal.length);
  for (let i = 0; i < diagonal.length; i++) {
    if (diagonal[i]! === 0) continue;
    let pivot = diagonal[i]!;
    if (i > 0) {
      const w = east[i - 1]! * inverse[i - 1]!;
      pivot -= w * w + RELAXATION * w * north[i - 1]! * inverse[i - 1]!;
    }
    if (i >= columnCount) {
      const below = i - columnCount;
      const w = north[below]! * inverse[below]!;
      pivot -= w * w + RELAXATION * w * east[below]! * inverse[below]!;
    }
    if (pivot < PIVOT_RATIO_MIN * diagonal[i]!) pivot = diagonal[i]!;
    inverse[i] = 1 / Math.sqrt(pivot);
  }
  return inverse;
}

function precondition({ columnCount, east, north }: FivePointSystem, inverse: Float64Array, residual: Float64Array, out: Float64Array): void {
  const cellCount = residual.length;
  for (let i = 0; i < cellCount; i++) {
    let sum = residual[i]!;
    if (i > 0) sum += east[i - 1]! * inverse[i - 1]! * out[i - 1]!;
    if (i >= columnCount) sum += north[i - columnCount]! * inverse[i - columnCount]! * out[i - columnCount]!;
    out[i] = sum * inverse[i]!;
  }
  for (let i = cellCount - 1; i >= 0; i--) {
    let sum = out[i]!;
    if (east[i]! !== 0) sum += east[i]! * inverse[i]! * out[i + 1]!;
    if (north[i]! !== 0) sum += north[i]! * inverse[i]! * out[i + columnCount]!;
    out[i] = sum * inverse[i]!;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Share of the dropped fill put back on the diagonal. */
const RELAXATION = 0.97;
/** A pivot below this share of the diagonal is replaced by the diagonal (Jacobi for that cell). */
const PIVOT_RATIO_MIN = 0.25;
