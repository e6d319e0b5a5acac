import type { RecognitionKind, RecognitionRecord } from '../../contracts/registers/organisation.ts';
import { recognitionLife, type RecognitionLife } from '../../contracts/recognition-change.ts';
import { recognitionKey, recognitionLifeKey, type Key } from '../keys.ts';
import type { Item } from '../read-application.ts';
import { recognitionItem } from '../registers/register-item.ts';

/** Which recognition: an organisation has one of a kind. */
export type RecognitionRef = { readonly organisationId: string; readonly kind: RecognitionKind };

/** A recognition as it stands: its entry in the register, and what goes on with it. */
export type Recognition = {
  readonly record: RecognitionRecord;
  readonly revision: number;
  readonly life?: RecognitionLife;
};

export const recognitionKeys = ({ organisationId, kind }: RecognitionRef): readonly [Key, Key] => [
  recognitionKey(organisationId, kind),
  recognitionLifeKey(organisationId, kind),
];

/** From the two items; undefined where the register has no such recognition. */
export const recognitionFrom = (entry: Item | undefined, life: Item | undefined): Recognition | undefined => {
  if (entry === undefined) return undefined;
  const { record, revision } = recognitionItem.parse(entry);
  return { record, revision, ...(life && { life: recognitionLife.parse(life) }) };
};

/** What somebody who sees it names when they change it. */
export const versionOf = ({ revision, life }: Pick<Recognition, 'revision' | 'life'>): string =>
  `${revision}.${life?.version ?? 'none'}`;
