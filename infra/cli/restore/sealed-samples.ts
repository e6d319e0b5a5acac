import { applicationId, type ApplicationId } from '../../../functions/contracts/application.ts';
import { whenAtHand } from '../../../functions/platform/not-at-hand.ts';
import type { Vault } from '../../../functions/platform/vault.ts';
import { openIdentity } from '../../../functions/store/registers/sealed-identity.ts';
import { payeePlace } from '../../../functions/store/sealed-places.ts';
import { CliError } from '../cli-error.ts';
import type { StoredItem } from '../export/item-line.ts';

/** One sealed value, how to open it, and whether what it says fits its row. */
type Sample = { readonly opens: (vault: Vault) => boolean };

type Named = readonly [name: string, sample: Sample];

const keyOf = (sealed: string): string => /^v2\.(k\d+)\./.exec(sealed)?.[1] ?? 'v1';

const workerSample = (pk: string, sealed: string): Sample => ({
  // The row's own key is the pseudonym of the citizen inside: that tries the look-up key as well.
  opens: (vault) => pk === `WORKER#${vault.lookup('citizen', openIdentity(vault, pk, sealed).citizenId)}`,
});
const payeeSample = (id: ApplicationId, sealed: string): Sample => ({
  opens: (vault) => vault.open(sealed, payeePlace(id)).length > 0,
});

const workerIn = ({ pk, identitySealed }: StoredItem): Named | undefined => {
  if (pk?.S?.startsWith('WORKER#') !== true || identitySealed?.S === undefined) return undefined;
  return [`worker ${keyOf(identitySealed.S)}`, workerSample(pk.S, identitySealed.S)];
};
const payeeIn = ({ pk, payeeSealed }: StoredItem): Named | undefined => {
  if (pk?.S?.startsWith('APP#') !== true || payeeSealed?.S === undefined) return undefined;
  const id = applicationId.parse(pk.S.slice('APP#'.length));
  return [`payee ${keyOf(payeeSealed.S)}`, payeeSample(id, payeeSealed.S)];
};

/** Keeps one sealed value of each kind and key, to be tried with the keys of the new desk. */
export const createSamples = () => {
  const samples = new Map<string, Sample>();
  return {
    look: (item: StoredItem): void => {
      const [name, sample] = workerIn(item) ?? payeeIn(item) ?? [];
      if (name !== undefined && sample && !samples.has(name)) samples.set(name, sample);
    },
    /** @throws CliError KEYS_DO_NOT_OPEN; nothing of what was sealed is repeated */
    tryKeys: async (vault: () => Vault, hint: string): Promise<void> => {
      for (const { opens } of samples.values()) {
        const fits = await whenAtHand(() => opens(vault())).catch(() => false);
        if (fits) continue;
        throw new CliError(
          'KEYS_DO_NOT_OPEN',
          `The keys of this desk do not open what the export holds sealed. Nothing was written. ${hint}`,
          1,
        );
      }
    },
  };
};
