import { CATALOGUE_FORMATS, catalogueEntries, renderCatalogue } from '../../rules/catalogue.js';
import { nearestWord } from '../../topology/read/nearest-word.js';
import type { RulesOptions } from '../settings/options.js';
import type { Session } from '../session.js';
import { requireChoice, usageFailure } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou rules [ID]` */
export async function runRules(session: Session, id: string | undefined, options: RulesOptions): Promise<void> {
  const format = requireChoice('--format', options.format, CATALOGUE_FORMATS);
  const text = renderCatalogue(format, session.language, id);
  if (text === undefined) {
    const guess = nearestWord(
      id ?? '',
      catalogueEntries().map(({ rule }) => rule),
    );
    throw usageFailure(
      { ja: `「${id ?? ''}」という規則はない`, en: `there is no rule "${id ?? ''}"` },
      guess === undefined
        ? { ja: '一覧は sansou rules で見られる', en: 'sansou rules lists them all' }
        : { ja: `「${guess}」のことか`, en: `did you mean "${guess}"?` },
    );
  }
  await withOutput(session, undefined, [], (output) => output.write(text));
}
