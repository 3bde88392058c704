// Sentences of the industry side.
import type { Messages } from '../types.ts';

export const industry = {
  INDUSTRY_TARGET_REVERSED: {
    happened: 'The upper end of the target "{field}" is below the lower end.',
    means: 'The indicator was not saved.',
    next: 'Check both ends.',
  },
  INDUSTRY_CATALOGUE_NOT_A_TREE: {
    happened: 'The line "{code}" is doubled, badly written, or once stood for another kind of thing.',
    means: 'The catalogue was not published.',
    next: 'Correct the code; a code is never given to another thing.',
  },
  INDUSTRY_CATALOGUE_LEAF_MISSING: {
    happened: 'The line "{code}" hangs on no leaf of the tree of {tree}.',
    means: 'The catalogue was not published.',
    next: 'Choose a leaf.',
  },
  INDUSTRY_CATALOGUE_UNCHANGED: {
    happened: 'Nothing differs from the last version.',
    means: 'Version {version} was not published.',
    next: 'Publish when a line is added, removed or changed.',
  },
  INDUSTRY_CATALOGUE_ENTRY_UNKNOWN: {
    happened: 'There is no product "{code}" on offer and none in the catalogue.',
    means: 'The catalogue was not published.',
    next: 'Reload the page and choose again.',
  },
  INDUSTRY_PUBLISH_FORBIDDEN: {
    happened: 'You may not publish version {version} of the catalogue.',
    means: 'The catalogue was not published.',
    next: 'Leave it to the industry office.',
  },
  INDUSTRY_NO_APPROVAL: 'No approval document: not evidenced.',
  INDUSTRY_APPROVAL_UNVERIFIED: '{count} approval document(s), not yet verified by somebody in another role: not evidenced.',
  INDUSTRY_APPROVAL_AFTER_DUE: 'Approved on {approvedOn}, after the due day {dueOn}: not counted.',
  INDUSTRY_APPROVAL_COUNTED: 'Approved in time, {count} document(s) attached.',
  INDUSTRY_SALES_MISSING: 'No yearly figures.',
  INDUSTRY_SALES_UNVERIFIED: 'The figure of {year} is not verified: not counted.',
  INDUSTRY_SALES_NO_DOCUMENT: 'The figure of {year} is verified without a document: not evidenced, not counted.',
  INDUSTRY_SALES_CHANGED: 'The figure of {year} was changed after it was verified: not counted until it is verified again.',
  INDUSTRY_SALES_ABOVE: 'Verified sales of {year}: CNY {salesCny}, above 500 million.',
  INDUSTRY_SALES_NOT_ABOVE: 'Verified sales of {year}: CNY {salesCny}, not above 500 million.',
} as const satisfies Messages;
