// The product's version, as in the root package.
export const PRODUCT_VERSION = '0.1.0';
