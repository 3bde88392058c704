// Sentences of the register engine.
import type { Messages } from '../types.ts';

export const register = {
  REGISTER_UNKNOWN: {
    happened: 'There is no register "{registerId}".',
    means: 'No record can be read or saved.',
    next: 'Check the id of the register.',
  },
  REGISTER_NOT_VISIBLE: {
    happened: 'Your role does not see the register "{registerId}".',
    means: 'No record is shown.',
    next: 'Ask the administrator for the role if your work needs it.',
  },
  REGISTER_EDIT_FORBIDDEN: {
    happened: 'You may not edit the record "{id}" of the register "{registerId}".',
    means: 'The record is as it was.',
    next: 'Ask the organisation that owns it, or a seat that may edit it.',
  },
  REGISTER_ID_UNREADABLE: {
    happened: 'The id "{id}" does not follow the rule.',
    means: 'The record was not saved.',
    next: 'Use lower-case letters, digits and hyphens, at most 80.',
  },
  REGISTER_RECORD_UNKNOWN: {
    happened: 'The register "{registerId}" has no record "{id}".',
    means: 'It cannot be read or changed.',
    next: 'Refresh the list and try again.',
  },
  REGISTER_RECORD_EXISTS: {
    happened: 'The register "{registerId}" already has a record "{id}".',
    means: 'No record was made.',
    next: 'Change the existing one, or choose another id.',
  },
  REGISTER_RECORD_ARCHIVED: {
    happened: 'The record "{id}" of the register "{registerId}" is archived.',
    means: 'An archived record can only be read.',
    next: 'Restore it with a reason before you change it.',
  },
  REGISTER_RECORD_INVALID: {
    happened: 'The record for the register "{registerId}" has {problemCount} problems, the first at "{fieldId}".',
    means: 'The record was not saved.',
    next: 'Correct each field that is named and save again.',
  },
  REGISTER_REASON_MISSING: {
    happened: 'Archiving or restoring the record "{id}" needs a reason.',
    means: 'The record is as it was.',
    next: 'Write the reason.',
  },
  REGISTER_RECORD_HELD: {
    happened: 'The record "{id}" cannot be archived: orders hold {heldValue} of it.',
    means: 'The record is as it was, and so are the orders.',
    next: 'Complete or cancel the orders that hold it, then archive it.',
  },
  REGISTER_HELD_REASON_MISSING: {
    happened: 'Orders hold {heldValue} of "{id}"; taking it out of readiness now needs a reason.',
    means: 'The record is as it was.',
    next: 'Write the reason; it stands in the history. Cancel the order or send another if this one cannot go on.',
  },
  REGISTER_TRANSITION_UNKNOWN: {
    happened: 'There is no way from the state "{from}" to "{to}".',
    means: 'The state of the record did not change.',
    next: 'Follow the states that the register declares.',
  },
  REGISTER_FIELD_UNKNOWN: {
    happened: 'The register has no field "{field}".',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Remove it, or check its name.',
  },
  REGISTER_FIELD_MISSING: {
    happened: '"{field}" must be given.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Fill it in.',
  },
  REGISTER_FIELD_TYPE: {
    happened: '"{field}" cannot be read as {type}.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Write it in the form of its type; a time needs its zone.',
  },
  REGISTER_FIELD_RANGE: {
    happened: '"{field}" is outside {min} to {max}.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Check the figure and its unit.',
  },
  REGISTER_FIELD_LENGTH: {
    happened: '"{field}" is longer than {max} characters.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Shorten it.',
  },
  REGISTER_FIELD_PATTERN: {
    happened: '"{field}" does not accept the form of "{text}".',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Write it in the declared form.',
  },
  REGISTER_FIELD_CHECK: {
    happened: '"{field}": "{text}" fails the check {check}.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Check whether it was copied wrongly.',
  },
  REGISTER_FIELD_CODE: {
    happened: '"{field}" has no code "{text}".',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Choose one of the list.',
  },
  REGISTER_FIELD_RELATION: {
    happened: '"{field}" points at "{id}", which is not in the register "{registerId}".',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Make that record first, or choose one that exists.',
  },
  REGISTER_FIELD_FIXED: {
    happened: '"{field}" cannot be changed once the record is made.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'If it is wrong, archive this record and make a new one.',
  },
  REGISTER_FIELD_SYSTEM: {
    happened: '"{field}" is kept by the system and cannot be written.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Change it by the action that belongs to it, such as a count or an audit.',
  },
  REGISTER_FIELD_DOCUMENT: {
    happened: '"{field}" names the document {id}, which is not kept here or is not yours.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Attach the file itself.',
  },
  REGISTER_FIELD_VERIFY_FORBIDDEN: {
    happened: 'You may not mark "{field}" as verified.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Report the figure and attach the proof; the office verifies it.',
  },
  REGISTER_FIELD_VERIFY_UNPROVED: {
    happened: '"{field}" is empty: there is nothing to verify against.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Attach the document first.',
  },
  REGISTER_FIELD_VERIFIED_KEPT: {
    happened: 'The verified row "{key}" of "{field}" cannot be taken out.',
    means: 'The field was not accepted and the record was not saved.',
    next: 'Correct the row instead; it will be unverified until the office has looked at it.',
  },
  REGISTER_VERIFY_UNKNOWN: {
    happened: 'Records of the register "{registerId}" are not verified as a whole.',
    means: 'Nothing was recorded.',
    next: 'Verify the row, if the register has rows to verify.',
  },
  REGISTER_VERIFY_FORBIDDEN: {
    happened: 'You may not verify the record "{id}" of "{registerId}".',
    means: 'Nothing was recorded.',
    next: 'Leave it to the duty desk or to the reserve manager.',
  },
  REGISTER_VERIFY_OWN: {
    happened: 'The record "{id}" of "{registerId}" belongs to your own organisation.',
    means: 'Nothing was recorded: nobody verifies what is their own.',
    next: 'Ask somebody of another organisation.',
  },
  REGISTER_VERIFY_UNPROVED: {
    happened: 'The record "{id}" of "{registerId}" has no document in "{field}".',
    means: 'Nothing was recorded.',
    next: 'Attach the document first, then verify.',
  },
  REGISTER_TABLE_COLUMN_UNKNOWN: {
    happened: 'The header "{column}" is no column of this register.',
    means: 'The file was not taken in.',
    next: 'Use the header of an export as a template.',
  },
  REGISTER_TABLE_KEY_MISSING: {
    happened: 'The row lacks the key column "{column}".',
    means: 'The row was not taken in.',
    next: 'Fill in the key column.',
  },
  REGISTER_TABLE_KEY_DOUBLED: {
    happened: 'The key "{text}" in the column "{column}" is twice in the file.',
    means: 'The later row was not taken in.',
    next: 'Merge the rows or remove one.',
  },
} as const satisfies Messages;
