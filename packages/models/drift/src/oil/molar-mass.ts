// Molar mass of a petroleum cut from its boiling point: mean of the n-alkane and the n-alkylbenzene
// relation, M = [(a − ln(θ − Tb)) / b]^(3/2). Source: M. R. Riazi, Characterization and Properties of
// Petroleum Fractions, ASTM MNL50 (2005), eq. 2.42 and table 2.6.

/** kg/mol; for boiling points from 200 K to 1000 K. */
export function cutMolarMassKgPerMol(boilingPointK: number): number {
  const alkane = Math.pow((6.98291 - Math.log(1070 - boilingPointK)) / 0.02013, 1.5);
  const alkylbenzene = Math.pow((6.91062 - Math.log(1015 - boilingPointK)) / 0.02247, 1.5);
  return (alkane + alkylbenzene) / 2000;
}

/** Above this the relations diverge; such cuts belong to the residue. */
export const CUT_BOILING_POINT_K_MAX = 1000;
/** Boiling point that stands for the residue, K, and its molar mass, kg/mol (ADIOS: resins 800 g/mol, no vapour at sea). */
export const RESIDUE_BOILING_POINT_K = 1015;
export const RESIDUE_MOLAR_MASS_KG_PER_MOL = 0.8;
