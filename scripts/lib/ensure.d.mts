export function ensurePackages(root?: string): Promise<void>;
export function packagesMatchLock(root: string): boolean;
export function missingPostgresLinks(packageFolder: string): string[];
