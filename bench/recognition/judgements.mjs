/**
 * Disagreements that were looked at by hand and are not ours to mend: each with the cases it takes in and why.
 */
const JUDGEMENTS = [];

/** Why a disagreement is set aside; undefined if it stands. */
export function judgementOf(result) {
  return JUDGEMENTS.find((one) => one.takes(result))?.why;
}
