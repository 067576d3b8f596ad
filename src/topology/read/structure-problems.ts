import { parsePointer, type FieldPath } from './field-path.js';
import type { ProblemDetail } from './problem-log.js';
import { SAYINGS, type StructureError } from './structure-sayings.js';
import validateGenerated from './validate-structure.generated.js';

interface StructureValidator {
  (value: unknown): boolean;
  readonly errors?: readonly StructureError[] | null;
}

const validateStructure = validateGenerated as unknown as StructureValidator;

/** A structure problem, with the field that must be left out of the checks that follow. */
export interface StructureProblem extends ProblemDetail {
  /** `null` where something is missing, so that nothing need be left out */
  readonly invalid: FieldPath | null;
}

/** Holds a topology against the JSON Schema: every error, in words. */
export function findStructureProblems(value: unknown): readonly StructureProblem[] {
  if (validateStructure(value)) return [];
  return (validateStructure.errors ?? [])
    .filter((error) => !error.schemaPath.includes('/anyOf/'))
    .map((error) => describe(error, value));
}

function describe(error: StructureError, root: unknown): StructureProblem {
  const path = parsePointer(error.instancePath, root);
  const saying =
    SAYINGS[error.keyword] ?? (() => ({ message: { ja: `${error.keyword} に反する`, en: `fails ${error.keyword}` } }));
  const said = { code: 'TOPOLOGY-STRUCTURE', ...saying(error) };
  if (error.keyword === 'additionalProperties') {
    const key = [...path, String(error.params.additionalProperty)];
    return { ...said, path: key, part: 'key', invalid: key };
  }
  if (error.keyword === 'required') {
    return { ...said, path: [...path, String(error.params.missingProperty)], invalid: null };
  }
  const leavesNothingOut =
    error.keyword === 'anyOf' || error.keyword === 'minItems' || error.keyword === 'minProperties';
  return { ...said, path, invalid: leavesNothingOut ? null : path };
}
