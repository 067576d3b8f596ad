import { EXIT, Failure, type Problem } from '../../base/failure.js';

/**
 * Reads two inputs that are named together, so that what is wrong with both is told at once.
 * @throws Failure with the problems of both, each file's once
 */
export function readBoth<One, Other>(readOne: () => One, readOther: () => Other): readonly [One, Other] {
  const one = attempt(readOne);
  const other = attempt(readOther);
  if ('value' in one && 'value' in other) return [one.value, other.value];
  const failures = [one, other].flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []));
  const problems = new Map<string, Problem>();
  for (const problem of failures.flatMap((failure) => failure.problems))
    problems.set(JSON.stringify([problem.file, problem.code, problem.field]), problem);
  const isUsage = failures.some(({ exit }) => exit === EXIT.usage);
  throw new Failure(isUsage ? EXIT.usage : EXIT.unusable, [...problems.values()]);
}

function attempt<Value>(read: () => Value): { readonly value: Value } | { readonly failure: Failure } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof Failure) return { failure: error };
    throw error;
  }
}
