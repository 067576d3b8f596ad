/** Words of the format, of YAML and of JSON that lead somewhere. */
const WORDS = [
  '*a',
  '&a ',
  '<<: *a',
  '!!binary ',
  '!!js/function ',
  '!!set ',
  '? ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '|',
  '>-',
  '{',
  '}',
  '[',
  ']',
  '""',
  "'",
  '~',
  'null',
  'true',
  'yes',
  '.nan',
  '.inf',
  '-0',
  '1e999',
  '0x7fffffff',
  '4095',
  '4096',
  '-1',
  '9007199254740993',
  '2024-02-30',
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.1/33',
  '10.0.0.1/8',
  '::ffff:1.2.3.4',
  'fe80::1%eth0',
  '255.255.255.255',
  '00:00:00:00:00:00',
  '8000-',
  '-8000',
  '65536',
  '443-80',
  'any',
  'either',
  'none',
  'mynumber',
  'lgwan',
  'internet',
  'public',
  'screenTransfer',
  'egress',
  'counterpart',
  'a.example',
  '*.example',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\u202e',
  '\t',
  '\r',
  '市',
];

/**
 * A topology file, damaged one to five times: lines cut, moved and repeated, scalars exchanged for others, characters
 * turned, keys renamed.
 * @param {string} original
 * @param {import('./random.mjs').Random} random
 * @returns {{ text: string, steps: string[] }}
 */
export function mutateTopology(original, random) {
  const steps = [];
  let text = original;
  for (let count = 1 + random.below(5); count > 0; count--) {
    const mutation = random.pick(MUTATIONS);
    text = mutation(text, random);
    steps.push(mutation.name);
  }
  return { text, steps };
}

function lineOf(text, random) {
  const lines = text.split('\n');
  return { lines, at: random.below(lines.length) };
}

function dropLines(text, random) {
  const { lines, at } = lineOf(text, random);
  lines.splice(at, 1 + random.below(random.chance(0.8) ? 3 : 60));
  return lines.join('\n');
}

function repeatLines(text, random) {
  const { lines, at } = lineOf(text, random);
  const block = lines.slice(at, at + 1 + random.below(8));
  for (let times = 1 + random.small(30); times > 0; times--) lines.splice(at, 0, ...block);
  return lines.join('\n');
}

function swapLines(text, random) {
  const { lines, at } = lineOf(text, random);
  const other = random.below(lines.length);
  [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  return lines.join('\n');
}

function indentLine(text, random) {
  const { lines, at } = lineOf(text, random);
  lines[at] = random.chance(0.5) ? ` ${lines[at]}` : (lines[at] ?? '').replace(/^ {1,2}/, '');
  return lines.join('\n');
}

/** a scalar of the file, or a word of ours, in the place of another scalar */
function exchangeScalar(text, random) {
  const scalars = [...text.matchAll(/[^\s,[\]{}:"#]{2,}/g)];
  if (scalars.length === 0) return random.pick(WORDS);
  const target = random.pick(scalars);
  const word = random.chance(0.5) ? random.pick(scalars)[0] : random.pick(WORDS);
  return text.slice(0, target.index) + word + text.slice(target.index + target[0].length);
}

function insertWord(text, random) {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(WORDS) + text.slice(at);
}

function turnCharacters(text, random) {
  const characters = [...text];
  for (let count = 1 + random.below(6); count > 0; count--)
    characters[random.below(characters.length)] = String.fromCodePoint(
      random.chance(0.9) ? random.below(128) : random.below(0xd7ff),
    );
  return characters.join('');
}

function changeNumber(text, random) {
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return text;
  const target = random.pick(numbers);
  const old = Number(target[0]);
  const value = random.pick([old + 1, old - 1, old * 10, 0, -1, random.below(70_000), 2 ** 53, '']);
  return text.slice(0, target.index) + value + text.slice(target.index + target[0].length);
}

function cutTail(text, random) {
  return text.slice(0, random.below(text.length + 1));
}

function nest(text, random) {
  const depth = random.small(3000);
  const at = random.below(text.length);
  return text.slice(0, at) + (random.chance(0.5) ? '['.repeat(depth) : '{a: '.repeat(depth)) + text.slice(at);
}

const MUTATIONS = [
  dropLines,
  repeatLines,
  swapLines,
  indentLine,
  exchangeScalar,
  exchangeScalar,
  exchangeScalar,
  exchangeScalar,
  insertWord,
  turnCharacters,
  changeNumber,
  changeNumber,
  cutTail,
  nest,
];
