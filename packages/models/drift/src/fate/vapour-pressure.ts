// Vapour pressure of a pseudo-component from its boiling point alone (Antoine form).
// Source: W. J. Lyman, W. F. Reehl, D. H. Rosenblatt, Handbook of Chemical Property Estimation
// Methods (1982), eq. 14-20; used for oil by R. K. Jones, AMOP 20 (1997) and by NOAA's ADIOS.

/** Vapour pressure in Pa at `temperatureK` of a substance that boils at `boilingPointK` (1 atm). */
export function vapourPressurePa(boilingPointK: number, temperatureK: number): number {
  const entropyCalPerMolK = ENTROPY_CAL_PER_MOL_K + GAS_CONSTANT_CAL_PER_MOL_K * Math.log(boilingPointK);
  const offsetK = 0.19 * boilingPointK - 18;
  const spanK = boilingPointK - offsetK;
  const factor = (entropyCalPerMolK * spanK * spanK) / (COMPRESSIBILITY_RATIO * GAS_CONSTANT_CAL_PER_MOL_K * boilingPointK);
  return STANDARD_ATMOSPHERE_PA * Math.exp(factor * (1 / spanK - 1 / (temperatureK - offsetK)));
}

/** Standard atmosphere, Pa, exact (CGPM 1954). */
const STANDARD_ATMOSPHERE_PA = 101325;
/** Entropy of vaporisation of non-polar liquids at the boiling point, cal/(mol·K): Kistiakowsky (1923), in Lyman et al. */
const ENTROPY_CAL_PER_MOL_K = 8.75;
/** Gas constant in the unit of that source, cal/(mol·K). */
const GAS_CONSTANT_CAL_PER_MOL_K = 1.987;
/** Compressibility change on vaporisation, Lyman et al. (1982). */
const COMPRESSIBILITY_RATIO = 0.97;
